// src/actions/rollUp.ts: a folder's files → the overview, written through the port.
import { rollUpTabs, type RollUpTabsInput } from "../report/rollUp/rollUpTabs";
import type { Workbook } from "../workbook/workbook";

/** Writes the roll-up's tabs into a workbook. Throws HostError where it refuses. */
export async function writeRollUp(workbook: Workbook, input: Omit<RollUpTabsInput, "names">): Promise<void> {
  const { names } = input.texts.rollUp;
  const settled = await workbook.settleNames([
    { role: "oversikt", name: names.overview },
    { role: "kontroller", name: names.files },
  ]);
  const nameOf = (role: "oversikt" | "kontroller", proposed: string): string =>
    settled.find((each) => each.role === role)?.name ?? proposed;
  await workbook.write(
    rollUpTabs({
      ...input,
      names: { overview: nameOf("oversikt", names.overview), files: nameOf("kontroller", names.files) },
    }),
  );
}
