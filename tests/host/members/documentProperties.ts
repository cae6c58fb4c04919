// tests/host/members/documentProperties.ts: what the file says of itself: title, author, and properties of one's own.
import { type ClassTable, classTable, type Property, Ref, numberOf, recorded, textOf } from "../classes";
import { invalidArgument } from "../fault";
import type { WorkbookData } from "../workbookModel";

const properties = (self: WorkbookData): Record<string, unknown> => self.properties;

function named(name: string): [string, Property<WorkbookData>] {
  return [name, recorded(7, properties, name, "", textOf)];
}

interface CustomTarget {
  readonly workbook: WorkbookData;
  readonly key: string;
}

const customPropertyClass: ClassTable<CustomTarget> = classTable({
  name: "CustomProperty",
  identity: { key: "_Id", of: ({ key }) => key },
  properties: {
    Key: { since: 7, get: ({ key }) => key },
    Value: {
      since: 7,
      get: ({ workbook, key }) => workbook.customProperties.get(key),
      set: ({ workbook, key }, value) => void workbook.customProperties.set(key, value),
    },
  },
  links: {},
  methods: { Delete: { since: 7, call: ({ workbook, key }) => void workbook.customProperties.delete(key) } },
});

/** Keys are told apart without regard to case. */
function find(workbook: WorkbookData, key: unknown): Ref | null {
  const found = [...workbook.customProperties.keys()].find((each) => each.toLowerCase() === textOf(key).toLowerCase());
  return found === undefined ? null : Ref.to(customPropertyClass, { workbook, key: found });
}

const customPropertiesClass: ClassTable<WorkbookData> = classTable({
  name: "CustomPropertyCollection",
  properties: {},
  links: {},
  methods: {
    Add: {
      since: 7,
      call: (workbook, [key, value]) => {
        if (textOf(key).length > 255) throw invalidArgument("a key has at most 255 characters");
        workbook.customProperties.set(textOf(key), value);
        return Ref.to(customPropertyClass, { workbook, key: textOf(key) });
      },
    },
    DeleteAll: {
      since: 7,
      call: (workbook) => {
        workbook.customProperties.clear();
      },
    },
    GetCount: { since: 7, call: (workbook) => workbook.customProperties.size },
    GetItemOrNullObject: { since: 7, call: (workbook, [key]) => find(workbook, key) },
  },
  items: (workbook) =>
    [...workbook.customProperties.keys()].map((key) => Ref.to(customPropertyClass, { workbook, key })),
  item: find,
});

export const documentPropertiesClass: ClassTable<WorkbookData> = classTable({
  name: "DocumentProperties",
  properties: {
    ...Object.fromEntries(
      ["Author", "Category", "Comments", "Company", "Keywords", "Manager", "Subject", "Title"].map(named),
    ),
    LastAuthor: { since: 7, get: (self) => self.properties.LastAuthor ?? "" },
    RevisionNumber: recorded(7, properties, "RevisionNumber", 0, numberOf),
  },
  links: { Custom: { since: 7, to: (self) => Ref.to(customPropertiesClass, self) } },
  methods: {},
});
