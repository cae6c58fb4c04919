// src/text/terminal.en.ts: the words of the command line in English.
import type { TerminalTexts } from "./terminal";

export const terminalEn: TerminalTexts = {
  help: `Samkalkyl: budget against outcome for Swedish coordination associations

  samkalkyl templates [--out TEMPLATES.xlsx]   empty tables for budget, parties and participants to fill in
  samkalkyl analyse WORKBOOK.xlsx … [--out REPORT.xlsx] [--json]
      [--board BOARD.xlsx]           the board's pages as a workbook of their own, without participants
      [--unit kr|tkr|Mkr]            unit, instead of the one read from the sheet
      [--sign negative|positive]     whether costs are written as negative or positive numbers
      [--scenario som-rapporten|bas|forsiktig] [--target 4] [--seed N] [--draws N]
      [--horizon 1|2|5|10|retirement] how far reduced support is counted beside the figure to the pension
      [--report-way]                 also show the reports' own way of counting reduced support
      [--own-assumptions keep|reset]
      [--snapshot VERSION]           save a snapshot that later runs compare with
      [--dimension NAME]             SIE file: the dimension whose objects are the initiatives, such as Projekt
      [--answer ID=VALUE]            answers a question, as the question shows; may be given several times
      [--lang sv|en]

  samkalkyl rollup FOLDER --out OVERVIEW.xlsx   all workbooks and SIE files in a folder and the folders in it
      [--tidy ROWS.parquet|.csv]     all rows in one table; may be given more than once
      [--pool ROWS.csv]              one line per initiative without names, to share with other associations
      [--jobs N] [--state FILE]      threads; where what has been read is kept (else beside the overview)
      [--scenario …] [--target 4] [--horizon 5] [--dimension NAME] [--json] [--lang sv|en]

Without --out no file is written. With several workbooks --out is a new workbook with an overview.
Status: 0 done, 1 refused (nothing written), 2 wrong usage.`,
  refused: "The workbook could not be used. Nothing is written.",
  written: (path) => `Written: ${path}`,
  templatesThere: (path) => `The file ${path} is there already and is not written over. Give another name with --out.`,
  boardWritten: (path) => `Board copy: ${path}. It holds no data on individual participants.`,
  noBoardPages:
    "No board copy is written: it is made of one workbook at a time, when there are deviations or money back to show.",
  notWritten: (path, reason) =>
    `The file ${path} could not be written. Is it open in Excel, or is the folder missing? Close it or choose another name. (${reason})`,
  notReplaced: {
    "read-only": (path) =>
      `The file ${path} is read-only and has not been changed. Take off the write protection or choose another name.`,
    "no-regular-file": (path) => `${path} is not a regular file and has not been changed. Choose another name.`,
    "hard-link": (path) =>
      `The file ${path} has several names on the disk (hard links) and has not been changed, since the names would then show different files. Choose another name.`,
    "dead-link": (path) =>
      `${path} is a link to something that does not exist, and nothing is written. Choose another name or mend the link.`,
  },
  otherExtension: (path, extension) =>
    `The file ${path} is not written: the workbook ${extension === ".xlsm" ? "has macros" : "has no macros"}, and Excel opens it only under a name that ends with ${extension}. Choose such a name after --out.`,
  ownError: (detail) =>
    `An error in Samkalkyl, not in your workbook. Nothing is written. Please send us the text below.\n${detail}`,
  usage: {
    "no-command": "Say what to do: samkalkyl analyse WORKBOOK.xlsx",
    "unknown-command": (command) => `There is no command "${command}". Type: samkalkyl analyse WORKBOOK.xlsx`,
    "no-workbook": "Name at least one workbook: samkalkyl analyse WORKBOOK.xlsx",
    "bad-value": (option, value, allowed) => `${option} cannot be "${value}". Possible: ${allowed}.`,
    "bad-option": (detail) => `The command could not be read: ${detail}`,
    "bad-board": (value) =>
      `--board cannot be "${value}": give a file of its own that ends with .xlsx, none of the other files of the command.`,
    "out-is-input": (path) =>
      `--out cannot be "${path}": that file is an input of the run and would be lost. Choose another name.`,
    "snapshot-without-out": "--snapshot is saved in the workbook that is written: give --out REPORT.xlsx too",
    "unknown-question": (id, known) =>
      known === ""
        ? `--answer ${id}: there is no question to answer.`
        : `--answer ${id}: that question is not asked. Questions asked: ${known}.`,
    "unknown-answer": (id, value, allowed) => `--answer ${id}=${value}: there is no such answer. Possible: ${allowed}.`,
    "no-folder": "Name a folder: samkalkyl rollup FOLDER --out OVERVIEW.xlsx",
    "no-out": "Say where the roll-up is written: samkalkyl rollup FOLDER --out OVERVIEW.xlsx",
    "tidy-ending": (path) => `--tidy ${path}: the name must end with .parquet or .csv.`,
    seeHelp: "Help: samkalkyl --help",
  },
  deviationPerPeriod: "Deviation per period",
  forecast: (amount, budget, deviation) =>
    `Full-year forecast: ${amount} against a full-year budget of ${budget}, deviation ${deviation}`,
  workedUp: (amount) => `, of which worked up but not requisitioned ${amount}`,
  averagePerHalfYear: (amount, halfYears) => `Average per half-year: ${amount} (${halfYears} half-years)`,
  rows: (seen, used, setAside) => `Rows: ${seen} read = ${used} used + ${setAside} set aside`,
  controls: (agree, all) => `Control totals in the sheet: ${agree} of ${all} agree`,
  claim: (name, stated, computed) => `${name}: stated ${stated}, computed ${computed}. Does not reconcile.`,
  avoided: (own, following, horizon, untilPension, adjusted) =>
    `Reduced support: ${own} is the rest of the own support, ${following} with what follows within ${horizon}, ${untilPension} until the pension (${adjusted} adjusted)`,
  avoidedAsReported: (kr) => `As the reports count, every support to the pension: ${kr}`,
  returnsNotWritten:
    "Money back and the final report are written only when a workbook is run by itself. Run them one by one for those tabs.",
  problems: "Worth a look",
  noProblems: "Nothing to remark.",
};
