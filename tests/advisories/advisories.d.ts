interface Shipped {
  readonly name: string;
  readonly version: string;
}
export function shippedIn(licences: string): readonly Shipped[];
export function compareVersions(a: string, b: string): number;
export function concerns(
  shipped: Iterable<Shipped>,
  reviewed: { readonly reviewed: string; readonly packages: Readonly<Record<string, readonly unknown[]>> },
  today: string,
): readonly string[];
