// src/actions/finalDocument.ts: the economy section of the final report as a document, and as what the clipboard takes.
import { htmlOf } from "../report/finalReport/documentHtml";
import type { DocumentModel } from "../report/finalReport/documentModel";
import { plainTextOf } from "../report/finalReport/documentText";
import { finalDocumentOf } from "../report/finalReport/finalReportText";
import type { Analysis } from "./analysis";
import { reportItemOf, type TabOptions, withHead } from "./tabs";

export interface EconomyDocument {
  readonly model: DocumentModel;
  readonly html: string;
  readonly text: string;
}

/**
 * One per initiative of the analysis, in order; one for the workbook where it has no budget table. Null: there is no final report.
 * With several inputs none: they are followed up together, and each is reported on its own.
 */
export function economyDocumentsOf(analysis: Analysis, given: TabOptions): readonly (EconomyDocument | null)[] {
  const [whole, ...others] = analysis.workbooks;
  if (whole === undefined || others.length > 0) return [];
  const options = withHead(analysis, given);
  const initiatives = analysis.results.length > 0 ? analysis.results : [null];
  return initiatives.map((initiative) => {
    const item = reportItemOf(whole, initiative, options);
    if (item === null) return null;
    const model = finalDocumentOf({ item, ...options });
    return { model, html: htmlOf(model), text: plainTextOf(model) };
  });
}
