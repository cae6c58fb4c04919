// tests/host/processor.ts: answers one request body: resolves object paths once each, carries out the actions in order,
// stops at the first refusal. Free of Node.
import { type ApiSet, Ref, type World } from "./classes";
import { Fault, invalidArgument, itemNotFound } from "./fault";
import { refusalWhenInactive } from "./inactiveWorkbook";
import { workbookClass } from "./members/workbook";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

/** What outlives a request, and what the tests ask about afterwards. */
export interface Session {
  readonly world: World;
  readonly apiSet: ApiSet;
  readonly kept: Map<string, Ref>;
  /** `Class.Member` that this host does not know. */
  readonly unknownMembers: Set<string>;
  /** `Class.Member (1.x)` above the requirement set. */
  readonly refusedMembers: Set<string>;
  readonly usedMembers: Set<string>;
  /** A refusal that a test planted at `Class.Member`. */
  readonly planted: Map<string, Fault>;
  /** Whether another workbook is at the front; asked where that is refused. */
  readonly isInactive: () => boolean;
  /** One action more has been carried out. */
  readonly acted: () => void;
}

const action = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;
const path = { global: 1, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

let nextReference = 1000;

export function processRequest(body: RequestBody, session: Session): ResponseBody {
  const request = new RequestRun(body, session);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, act] of body.Actions.entries()) {
    try {
      results.push({ ActionId: act.Id, Value: request.run(act) });
      session.acted();
      if (act.ActionType === action.trace) traces.push(act.Id);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return {
        Results: results,
        ...(traces.length > 0 ? { TraceIds: traces } : {}),
        Error: {
          Code: error.code,
          Message: error.message,
          Location: request.location,
          HttpStatusCode: error.httpStatus,
          ActionIndex: index,
        },
      };
    }
  }
  return { Results: results, ...(traces.length > 0 ? { TraceIds: traces } : {}) };
}

class RequestRun {
  /** Where a refusal happened, as `Class.Member`. */
  location = "";
  private readonly resolved = new Map<number, Ref | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly session: Session,
  ) {}

  run(act: Action): unknown {
    if (act.ActionType === action.trace) return null;
    const ref = this.resolve(act.ObjectPathId);
    switch (act.ActionType) {
      case action.instantiate:
        return ref === null ? null : this.identityOf(ref);
      case action.query:
        return ref === null ? null : this.query(ref, act.QueryInfo ?? {});
      case action.method:
        return ref === null ? { _IsNull: true } : this.callForValue(ref, act);
      case action.set:
        if (ref === null) throw itemNotFound(`${act.Name} set on a null object`);
        return this.set(ref, act.Name, this.argumentsOf(act.ArgumentInfo)[0]);
      default:
        this.session.unknownMembers.add(`action ${act.ActionType}`);
        throw new Fault("NotImplemented", `action type ${act.ActionType}`);
    }
  }

  private resolve(id: number): Ref | null {
    const done = this.resolved.get(id);
    if (done !== undefined) return done;
    const found = this.body.ObjectPaths[String(id)];
    if (found === undefined) throw invalidArgument(`object path ${id}`);
    const ref = this.follow(found);
    this.resolved.set(id, ref);
    return ref;
  }

  private follow(step: ObjectPath): Ref | null {
    switch (step.ObjectPathType) {
      case path.global:
        return Ref.to(workbookClass, this.session.world.workbook);
      case path.nullObject:
        return null;
      case path.reference: {
        const kept = this.session.kept.get(step.Name);
        if (kept === undefined) throw new Fault("InvalidReference", `reference ${step.Name} is not kept`);
        return kept;
      }
    }
    const parent = this.resolve(step.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (step.ObjectPathType === path.property) {
      const link = this.member(parent, parent.table.links, step.Name);
      return link.to(parent.target as never, this.session.world);
    }
    const args = this.argumentsOf(step.ArgumentInfo);
    if (step.ObjectPathType === path.indexer) return this.itemOf(parent, args[0]);
    if (step.ObjectPathType !== path.method)
      throw new Fault("NotImplemented", `object path type ${step.ObjectPathType}`);
    const method = this.member(parent, parent.table.methods, step.Name);
    const result = method.call(parent.target as never, args, this.session.world);
    if (result !== null && !(result instanceof Ref)) throw invalidArgument(`${step.Name} gives no object`);
    return result;
  }

  private itemOf(parent: Ref, key: unknown): Ref {
    this.location = parent.table.name;
    const item = parent.table.item?.(parent.target as never, key, this.session.world) ?? null;
    if (item === null) throw itemNotFound(`${parent.table.name} ${String(key)}`);
    return item;
  }

  /** The member by name in any case; refuses and records the unknown ones and those above the requirement set. */
  private member<M extends { readonly since: ApiSet }>(
    owner: Ref,
    members: Readonly<Record<string, M>>,
    name: string,
  ): M {
    const wanted = name.toLowerCase();
    const key = Object.keys(members).find((candidate) => candidate.toLowerCase() === wanted);
    const found = key === undefined ? undefined : members[key];
    this.location = `${owner.table.name}.${key ?? name}`;
    if (found === undefined) {
      this.session.unknownMembers.add(this.location);
      throw new Fault("ApiNotFound", `${this.location} is not known to this host`);
    }
    this.checkSet(found.since);
    this.session.usedMembers.add(this.location);
    const planted = this.session.planted.get(this.location);
    if (planted !== undefined) throw planted;
    const inactive = refusalWhenInactive(this.location);
    if (inactive !== null && this.session.isInactive()) throw inactive;
    return found;
  }

  private checkSet(since: ApiSet): void {
    if (since <= this.session.apiSet) return;
    this.session.refusedMembers.add(`${this.location} (1.${since})`);
    throw new Fault("ApiNotFound", `${this.location} belongs to ExcelApi 1.${since}, above 1.${this.session.apiSet}`);
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, references[index]));
  }

  private argument(value: unknown, reference: number | undefined): unknown {
    if (typeof reference === "number" && reference > 0) return this.resolve(reference);
    if (typeof value === "object" && value !== null && "_ObjectPathId" in value)
      return this.resolve(Number(value._ObjectPathId));
    return value;
  }

  private callForValue(ref: Ref, act: Action): unknown {
    if (act.Name === "_KeepReference" && ref.table.referenced === true) {
      ref.referenceId ??= String(++nextReference);
      this.session.kept.set(ref.referenceId, ref);
      return null;
    }
    if (act.Name === "_RemoveReference") {
      this.session.kept.delete(String(this.argumentsOf(act.ArgumentInfo)[0]));
      return null;
    }
    const method = this.member(ref, ref.table.methods, act.Name);
    const value = method.call(ref.target as never, this.argumentsOf(act.ArgumentInfo), this.session.world);
    return value instanceof Ref ? this.identityOf(value) : (value ?? null);
  }

  private set(ref: Ref, name: string, value: unknown): null {
    const property = this.member(ref, ref.table.properties, name);
    if (property.set === undefined) throw invalidArgument(`${this.location} is read-only`);
    this.checkSet(property.settableSince ?? property.since);
    property.set(ref.target as never, value, this.session.world);
    return null;
  }

  private identityOf(ref: Ref): Record<string, unknown> {
    const identity = ref.table.identity;
    return {
      ...(identity === undefined ? {} : { [identity.key]: identity.of(ref.target as never) }),
      ...(ref.referenceId === null ? {} : { _ReferenceId: ref.referenceId }),
    };
  }

  private query(ref: Ref, query: Query): Record<string, unknown> {
    const select = [...(query.Select ?? []), ...(query.Expand ?? []).map((name) => `${name}/*`)];
    if (ref.table.items === undefined) return { ...this.identityOf(ref), ...this.selected(ref, select) };
    const all = ref.table.items(ref.target as never, this.session.world);
    const from = query.Skip ?? 0;
    const items = all.slice(from, query.Top === undefined ? undefined : from + query.Top);
    const own = select.filter((name) => this.hasProperty(ref, name));
    const ofItems = select.filter((name) => !own.includes(name));
    if (own.length > 0 && ofItems.length === 0) return this.selected(ref, own);
    return {
      ...(own.length === 0 ? {} : this.selected(ref, own)),
      _Items: items.map((item, index) => ({
        _Index: from + index,
        ...this.identityOf(item),
        ...this.selected(item, ofItems),
      })),
    };
  }

  /** A collection's own property, such as the count of a table's rows. */
  private hasProperty(ref: Ref, name: string): boolean {
    return Object.keys(ref.table.properties).some((known) => known.toLowerCase() === name.toLowerCase());
  }

  private selected(ref: Ref, select: readonly string[]): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    const nested = new Map<string, string[]>();
    const names = select.length === 0 || select.includes("*") ? this.scalarNames(ref) : [];
    for (const name of [...names, ...select.filter((entry) => entry !== "*")]) {
      const slash = name.indexOf("/");
      const first = slash < 0 ? name : name.slice(0, slash);
      const rest = slash < 0 ? "*" : name.slice(slash + 1);
      const isLink = Object.keys(ref.table.links).some((link) => link.toLowerCase() === first.toLowerCase());
      if (isLink) nested.set(first, [...(nested.get(first) ?? []), rest]);
      else this.readInto(answer, ref, first);
    }
    for (const [name, inner] of nested) {
      const target = this.member(ref, ref.table.links, name).to(ref.target as never, this.session.world);
      answer[this.location.split(".")[1] ?? name] = target === null ? null : this.query(target, { Select: inner });
    }
    return answer;
  }

  private readInto(answer: Record<string, unknown>, ref: Ref, name: string): void {
    const property = this.member(ref, ref.table.properties, name);
    answer[this.location.split(".")[1] ?? name] = property.get(ref.target as never, this.session.world);
  }

  private scalarNames(ref: Ref): string[] {
    return Object.entries<{ readonly since: ApiSet }>(ref.table.properties)
      .filter(([, property]) => property.since <= this.session.apiSet)
      .map(([name]) => name);
  }
}
