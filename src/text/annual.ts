// src/text/annual.ts: the words of the tab Årsredovisning.

export interface AnnualTexts {
  readonly name: string;
  readonly nameOf: (association: string) => string;
  readonly title: string;
  readonly note: string;
  readonly appropriations: (year: number) => string;
  readonly line: string;
  readonly granted: string;
  readonly change: string;
  readonly outcome: string;
  readonly deviation: string;
  readonly share: string;
  readonly noChange: string;
  readonly unused: string;
  readonly members: string;
  readonly member: string;
  readonly decided: string;
  readonly paidIn: string;
  readonly shortfall: string;
  readonly sum: string;
  readonly membersNote: string;
  readonly result: string;
  readonly equityDiffers: string;
  readonly requisitions: string;
  readonly initiative: string;
  readonly requisition: {
    readonly granted: string;
    readonly requisitioned: string;
    readonly paid: string;
    readonly used: string;
    readonly workedUp: string;
    readonly remaining: string;
  };
  readonly requisitionsNote: string;
}
