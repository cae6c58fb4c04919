// src/report/explain/rowConditions.ts: which rows of a source table count, in words: keys are told by the names that stand beside them.
import type { ExplainTexts } from "../../text/explain";
import type { Texts } from "../../text/texts";
import type { SheetModel } from "../sheetModel";
import type { Expression } from "./formula";
import { sourceHeadingsOf } from "./underlagHeadings";
import { valueOf } from "./underlagRows";
import type { WrittenTabs } from "./writtenTabs";

type Relation = keyof ExplainTexts["relation"];

export function isRelation(operator: string): operator is Relation {
  return ["=", "<>", "<", "<=", ">", ">="].includes(operator);
}

export class RowConditions {
  private readonly words: ExplainTexts;
  /** The name's column by the number's. */
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly tabs: WrittenTabs,
    texts: Texts,
  ) {
    this.words = texts.explain;
    this.names = sourceHeadingsOf(texts).names;
  }

  /** The pairs of column and criterion that SUMIFS takes; null where one of them has no words. */
  all(table: string, criteria: readonly Expression[], sheet: SheetModel): string | null {
    const wheres = criteria.flatMap((column, index) => {
      const criterion = criteria[index + 1];
      return index % 2 === 1 || column.kind !== "column" || criterion === undefined
        ? []
        : [this.criterion(table, column.column, criterion, sheet)];
    });
    return wheres.includes(null) ? null : wheres.join(` ${this.words.and} `);
  }

  /** `PeriodNr, "<="&$O$5` as "Period är till och med 2012 jan–juni". */
  criterion(table: string, column: string, criterion: Expression, sheet: SheetModel): string | null {
    const value = valueOf(this.tabs, criterion, sheet);
    const [, operator = "=", number = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(value ?? "") ?? [];
    return value === null ? null : this.relation(table, column, operator, number);
  }

  relation(table: string, column: string, operator: string, value: string): string | null {
    if (!isRelation(operator)) return null;
    const { column: shown, value: name } = this.nameOf(table, column, value) ?? { column, value };
    return this.words.relation[operator](shown, name);
  }

  /** The tab that a source table stands on. */
  sheetOf(table: string): string {
    return this.tabs.table(table)?.sheet.name ?? table;
  }

  /** The name that a number stands for; null where the column is no key. */
  private nameOf(table: string, column: string, number: string): { column: string; value: string } | null {
    const found = this.tabs.table(table);
    const companion = this.names.get(column);
    if (found === null || companion === undefined) return null;
    const { sheet, table: model } = found;
    const key = model.area.left + model.columns.indexOf(column);
    const name = model.area.left + model.columns.indexOf(companion);
    for (let row = model.area.top + 1; row <= model.area.bottom; row++) {
      if (this.tabs.value({ sheet, row, column: key }) === number) {
        return { column: companion, value: this.tabs.shown({ sheet, row, column: name }) };
      }
    }
    return null;
  }
}
