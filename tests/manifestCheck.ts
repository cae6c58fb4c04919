// tests/manifestCheck.ts: the rules of the add-in only manifest (XML), from Microsoft's documentation of its elements.
// Excel refuses a manifest that breaks one of them with little explanation; their own validation service is on the network.

const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

/** Elements that must be there, and are looked for by path from OfficeApp. */
const required: readonly string[] = [
  "Id",
  "Version",
  "ProviderName",
  "DefaultLocale",
  "DisplayName",
  "Description",
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "Hosts > Host",
  "Requirements > Sets > Set",
  "DefaultSettings > SourceLocation",
  "Permissions",
  "VersionOverrides > Hosts > Host",
  "VersionOverrides > Resources",
];

const longestText: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

export interface Icon {
  readonly url: string;
  /** Width and height in pixels that the manifest promises. */
  readonly size: number;
}

/** All rules that `xml` breaks, in words; empty when none. */
export function manifestProblems(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const root = document.documentElement;
  if (document.querySelector("parsererror") !== null || root.nodeName !== "OfficeApp")
    return ["not a manifest in well-formed XML"];
  return [
    ...orderProblems(root),
    ...required.filter((path) => root.querySelector(`:scope > ${path}`) === null).map((path) => `${path} is missing`),
    ...valueProblems(root),
    ...addressProblems(root),
    ...resourceProblems(root),
    ...textProblems(root),
    ...localeProblems(root),
  ];
}

/** The icons that the manifest names, with the sizes it gives them. */
export function iconsOf(xml: string): Icon[] {
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  const addressOf = (id: string | null): string =>
    resources(root)
      .find((one) => one.id === id)
      ?.getAttribute("DefaultValue") ?? "";
  return [
    { url: attribute(root, "IconUrl", "DefaultValue"), size: 32 },
    { url: attribute(root, "HighResolutionIconUrl", "DefaultValue"), size: 64 },
    ...named(root, "bt:Image")
      .filter((image) => image.hasAttribute("size"))
      .map((image) => ({ url: addressOf(image.getAttribute("resid")), size: Number(image.getAttribute("size")) })),
  ];
}

function orderProblems(root: Element): string[] {
  return [root, ...root.querySelectorAll("*")].flatMap((element) => {
    const allowed = order[element.nodeName];
    if (allowed === undefined) return [];
    const places = [...element.children].map((child) => allowed.indexOf(child.nodeName));
    return places.flatMap((place, index) => {
      const name = element.children[index]?.nodeName ?? "";
      if (place === -1) return [`${element.nodeName} may not hold ${name}`];
      return place < (places[index - 1] ?? 0) ? [`${name} stands too late in ${element.nodeName}`] : [];
    });
  });
}

function valueProblems(root: Element): string[] {
  const rules: readonly [string, RegExp][] = [
    ["Id", /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i],
    ["Version", /^\d{1,5}(\.\d{1,5}){1,3}$/],
    ["DefaultLocale", /^[a-z]{2}-[A-Z]{2}$/],
    ["Permissions", /^ReadWriteDocument$/],
  ];
  const wrong = rules.filter(([name, pattern]) => !pattern.test(child(root, name)?.textContent ?? ""));
  const hosts = [...root.querySelectorAll(":scope > Hosts > Host")].filter(
    (host) => host.getAttribute("Name") !== "Workbook",
  );
  const sets = named(root, "Set").filter((set) => !/^1\.\d{1,2}$/.test(set.getAttribute("MinVersion") ?? ""));
  return [
    ...wrong.map(([name]) => `${name} has a value that is not allowed`),
    ...hosts.map(() => "Host must be Workbook"),
    ...sets.map(() => "MinVersion must be a version of a requirement set"),
    ...(root.getAttribute("xsi:type") === "TaskPaneApp" ? [] : ["the add-in must be a TaskPaneApp"]),
  ];
}

function addressProblems(root: Element): string[] {
  const inPlace = ["IconUrl", "HighResolutionIconUrl", "SupportUrl"].map((name) =>
    attribute(root, name, "DefaultValue"),
  );
  const sources = named(root, "SourceLocation").flatMap((source) => source.getAttribute("DefaultValue") ?? []);
  const shared = [...named(root, "bt:Image"), ...named(root, "bt:Url")].flatMap(
    (one) => one.getAttribute("DefaultValue") ?? [],
  );
  return [...inPlace, ...sources, ...shared].filter((url) => !isHttps(url)).map((url) => `${url} is no https address`);
}

function isHttps(url: string): boolean {
  try {
    return new URL(url).protocol === "https:" && url.length <= 2048;
  } catch {
    return false;
  }
}

function resourceProblems(root: Element): string[] {
  const ids = resources(root).map(({ id }) => id);
  const used = [...root.querySelectorAll("[resid]")].map((element) => element.getAttribute("resid") ?? "");
  const buttons = [...named(root, "Group"), ...named(root, "Control")].map(({ id }) => id);
  return [
    ...used.filter((resid) => !ids.includes(resid)).map((resid) => `resid ${resid} names nothing`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...ids.filter((id) => id === "" || id.length > 32).map((id) => `resource id ${id} is longer than 32 characters`),
    ...[...repeated(ids), ...repeated(buttons)].map((id) => `id ${id} is used twice`),
    ...buttons.filter((id) => id === "" || id.length > 125).map((id) => `id ${id} is longer than 125 characters`),
    ...iconSetProblems(root),
  ];
}

/** Every ribbon icon needs these three sizes. */
function iconSetProblems(root: Element): string[] {
  return named(root, "Icon").flatMap((icon) => {
    const sizes = [...icon.children].map((image) => image.getAttribute("size"));
    return ["16", "32", "80"]
      .filter((size) => !sizes.includes(size))
      .map((size) => `an icon of ${size} pixels is missing`);
  });
}

function textProblems(root: Element): string[] {
  return Object.entries(longestText).flatMap(([name, longest]) => {
    const holder = name.startsWith("bt:") ? named(root, name)[0] : child(root, name);
    const texts = holder === undefined ? [] : [holder, ...holder.querySelectorAll("*")];
    return texts
      .map(
        (element) =>
          element.getAttribute("DefaultValue") ??
          element.getAttribute("Value") ??
          (element === holder ? ownText(element) : ""),
      )
      .filter((text) => text.length > longest)
      .map((text) => `"${text.slice(0, 20)}…" in ${name} is longer than ${longest} characters`);
  });
}

/** Every text that a person reads must be there in English too. */
function localeProblems(root: Element): string[] {
  const texts = [child(root, "DisplayName"), child(root, "Description"), ...named(root, "bt:String")];
  return texts
    .filter((text): text is Element => text !== undefined)
    .filter((text) => {
      const english = [...text.children].filter((override) => override.getAttribute("Locale") === "en-US");
      return (
        english.length !== 1 ||
        (english[0]?.getAttribute("Value") ?? "") === "" ||
        (text.getAttribute("DefaultValue") ?? "") === ""
      );
    })
    .map((text) => `${text.id || text.nodeName} is not in both languages`);
}

function resources(root: Element): Element[] {
  const holder = named(root, "Resources")[0];
  return holder === undefined ? [] : [...holder.querySelectorAll("[id]")];
}

function named(root: Element, name: string): Element[] {
  return [...root.getElementsByTagName(name)];
}

function child(root: Element, name: string): Element | undefined {
  return [...root.children].find((element) => element.nodeName === name);
}

function attribute(root: Element, name: string, key: string): string {
  return child(root, name)?.getAttribute(key) ?? "";
}

function ownText(element: Element): string {
  return element.children.length === 0 ? element.textContent : "";
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
