import { hostErrorOf, inExcel } from "../../../src/workbook/excel/hostErrors";
import { HostError } from "../../../src/workbook/workbook";
import type { FaultCode } from "../../host/fault";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

test.each<[FaultCode, string]>([
  ["InvalidOperationInCellEditMode", "cell-edit-mode"],
  ["AccessDenied", "sheet-protected"],
  ["RequestPayloadSizeLimitExceeded", "payload-too-large"],
  ["ResponsePayloadSizeLimitExceeded", "payload-too-large"],
  ["RangeExceedsLimit", "payload-too-large"],
  ["ItemNotFound", "sheet-missing"],
  ["InvalidReference", "sheet-missing"],
  ["ApiNotFound", "not-supported"],
  ["NotImplemented", "not-supported"],
  ["InvalidArgument", "unexpected"],
  ["GeneralException", "unexpected"],
])("%s, as the client throws it, is %s", async (refusal, code) => {
  const host = hostFromGrids([{ sheet: "A", values: [[1]] }]);
  host.refuse("Workbook.Name", refusal);
  connectClient(host);
  const asking = inExcel(async (context) => {
    context.workbook.load("name");
    await context.sync();
  });
  await expect(asking).rejects.toMatchObject({ name: "HostError", code, detail: `${refusal} (Workbook.Name)` });
});

test("our own bugs and our own refusals pass through unchanged", () => {
  const bug = new TypeError("x is not a function");
  const refusal = new HostError("sheet-protected", "Avvikelse");
  expect([hostErrorOf(bug), hostErrorOf(refusal)]).toEqual([bug, refusal]);
});
