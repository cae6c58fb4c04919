// src/text/kinds.en.ts: income, costs and result in English.
import type { KindTexts } from "./kinds";

export const kindsEn: KindTexts = {
  heading: "Kind",
  names: { income: "income", cost: "cost", net: "net" },
  line: "Income or cost line",
  perLine: "Per income and cost line",
  chartNote: "To the right: better than budget. To the left: worse.",
  allLines: "Result",
  sections: { income: "Income", cost: "Costs", net: "Net items" },
  sums: { income: "Total income", cost: "Total costs", net: "Total net items" },
  result: "Result",
  way: {
    income: { better: "higher income than budget", worse: "lower income than budget" },
    cost: { better: "lower cost than budget", worse: "higher cost than budget" },
    net: { better: "better net than budget", worse: "worse net than budget" },
  },
  signNote: (orientation, sign) =>
    ({
      "costs-negative":
        "Income is written as positive and costs as negative numbers, as in the source. Deviation = outcome − budget: plus is better than budget, a higher income or a lower cost.",
      "all-positive":
        "Income and costs are written as positive numbers, as in the source. Deviation: income outcome − budget, costs budget − outcome; the result is income less costs. Plus is better than budget.",
      ledger:
        "Income is written as negative and costs as positive numbers, as in the source. Deviation = budget − outcome: plus is better than budget, a higher income or a lower cost.",
      "income-only":
        sign === "negative"
          ? "Income is written as positive numbers, as in the source. Deviation = outcome − budget: plus is higher income than budget."
          : "Income is written as negative numbers, as in the source. Deviation = budget − outcome: plus is higher income than budget.",
      "costs-only": "",
    })[orientation],
  written: "Amounts written as",
  orientations: {
    "costs-negative": "Income positive, costs negative",
    "all-positive": "Income and costs positive",
    ledger: "Income negative, costs positive",
    "costs-only": "Costs alone",
    "income-only": "Income alone",
  },
  chartTitles: {
    income: "Deviation per income line",
    cost: "Deviation per cost line",
    net: "Deviation per net item",
  },
  chartTitle: "Deviation per income and cost line",
  chartAxis: (unit) => `${unit}, plus is better than budget`,
  markedOf: ["Material deviations: ", " of ", " lines."],
  otherLines: {
    income: { none: "No more income lines", one: "One more income line", many: " more income lines" },
    cost: { none: "No more cost lines", one: "One more cost line", many: " more cost lines" },
    net: { none: "No more net items", one: "One more net item", many: " more net items" },
  },
  offsetting: (favourable, unfavourable, unit) => [
    ` (${favourable} ${unit}) and `,
    ` (${unfavourable} ${unit}) may be one and the same income: budgeted on one line and booked on the other.`,
  ],
  perPeriodOf: { income: "income", cost: "costs", net: "net items" },
  explained: (explained, stated) =>
    stated === 1
      ? "The total or result that the source states does not agree with the rows."
      : `Of ${stated} totals, results and deviations that the source states, ${explained} agree with the rows.`,
  allExplained: (stated) =>
    stated === 1
      ? "The total or result that the source states agrees with the rows."
      : `All ${stated} totals, results and deviations that the source states agree with the rows.`,
  nothingStated:
    "The source states no totals, results or deviations. There is nothing in it to check the rows against.",
  equity: {
    heading: "Equity",
    opening: "Opening equity",
    change: "Change of equity",
    closing: "Closing equity",
    decided: "Size of equity decided on",
    aboveDecided: "Above the size decided on",
    action: "Check equity in the source: closing is opening plus the result of the period.",
  },
};
