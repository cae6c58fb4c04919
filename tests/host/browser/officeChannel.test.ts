// tests/host/browser/officeChannel.test.ts: the host's side of office.js's messages: who it says it is, settings, events, and silence afterwards.
import { turns } from "../../waiting";
import { hostFromGrids } from "../hostFromGrids";
import { OfficeChannel } from "./officeChannel";

const origin = "https://localhost:3443";

function connected() {
  const host = hostFromGrids([{ sheet: "Ekonomi", values: [["Utfall", -724]] }]);
  const posted: Record<string, unknown>[] = [];
  const actions: number[] = [];
  const changes: boolean[] = [];
  const channel = new OfficeChannel({
    host,
    locale: "sv-SE",
    licence: true,
    origin,
    post: (text) => void posted.push(JSON.parse(text) as Record<string, unknown>),
    later: (send) => setTimeout(send, 0),
    onAsked: () => undefined,
    onAnswered: (changed) => void changes.push(changed),
    onPaneAction: (action) => void actions.push(action),
  });
  /** What the host answers to a message of the pane; null: nothing. */
  const ask = async (name: string, data: unknown, actionType = 0): Promise<unknown> => {
    const before = posted.length;
    channel.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: name,
        _conversationId: channel.conversationId,
        _correlationId: before + 7,
        _actionType: actionType,
        _data: data,
      }),
    );
    await turns();
    const answer = posted[before];
    if (answer === undefined) return null;
    expect(answer).toMatchObject({ _actionName: name, _correlationId: before + 7, _errorCode: 0, _origin: origin });
    return answer._data;
  };
  const request = (body: unknown): Promise<unknown> =>
    ask("executeMethod", {
      ArrayData: ["IterativeExecutor", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 0],
      DdaMethod: { DispatchId: 93 },
    });
  return { host, channel, posted, actions, changes, ask, request };
}

test("the frame's name says who the host is, and the context what it can", async () => {
  const { channel, ask } = connected();
  const name = JSON.parse(channel.frameName) as Record<string, string>;
  expect(name.hostInfo).toBe("Excel$Web$16.00$sv-SE$telemetry$$$0");
  expect(name.xdmInfo).toBe(`${channel.conversationId}|${channel.appId}|${origin}`);
  expect(await ask("ContextActivationManager_getAppContextAsync", channel.appId)).toMatchObject({
    _id: channel.appId,
    _appName: 16,
    _appUILocale: "sv-SE",
    _settings: [],
    _requirementMatrix: '{"ExcelApi":"1.9"}',
  });
});

test("settings of the document are those of the workbook, saved and loaded as JSON", async () => {
  const { host, ask } = connected();
  await ask("executeMethod", { DdaMethod: { DispatchId: 76 }, DdaSettingsMethod: { Properties: { unit: '"tkr"' } } });
  expect(host.workbook.settings.get("unit")).toBe("tkr");
  expect(await ask("executeMethod", { DdaMethod: { DispatchId: 75 } })).toMatchObject({
    Properties: { unit: '"tkr"' },
  });
});

test("a request is answered by the workbook, and reading it is told from changing it", async () => {
  const { changes, request } = connected();
  const paths = { "1": { Id: 1, ObjectPathType: 1, Name: "" } };
  const query = { Id: 2, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["name"] } };
  const answer = (await request({ Actions: [query], ObjectPaths: paths })) as { Data: [number, string[], string] };
  expect(answer.Data[0]).toBe(200);
  expect(JSON.parse(answer.Data[2])).toEqual({ Results: [{ ActionId: 2, Value: { Name: "Bok1.xlsx" } }] });
  const sheets = { ...paths, "3": { Id: 3, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 } };
  await request({ Actions: [{ Id: 4, ActionType: 3, Name: "Add", ObjectPathId: 3 }], ObjectPaths: sheets });
  expect(changes).toEqual([false, true]);
});

test("events reach the pane once it listens, and nothing does after it is closed", async () => {
  const { host, channel, posted, ask } = connected();
  host.events.register("Workbook", "changed");
  host.enter("Ekonomi", "B1", "-725");
  expect(posted).toEqual([]);
  await ask("richApiMessage", { eventDispId: 33 }, 1);
  host.enter("Ekonomi", "B1", "-726");
  expect(posted.at(-1)).toMatchObject({ _messageType: 1, _actionName: "richApiMessage", _responseType: 1 });
  const { ArrayData } = posted.at(-1)?._data as { ArrayData: unknown[][] };
  expect(ArrayData[0]?.slice(0, 3)).toEqual([65_536, 10, "Workbook"]);
  channel.end();
  const before = posted.length;
  host.enter("Ekonomi", "B1", "-727");
  expect(posted).toHaveLength(before);
});

test("where the keyboard goes is told in both directions; strangers' messages are left alone", async () => {
  const { channel, posted, actions, ask } = connected();
  expect(await ask("ContextActivationManager_notifyHost", [channel.appId, 13])).toBeNull();
  expect(actions).toEqual([13]);
  channel.notify(4);
  expect(posted.at(-1)).toMatchObject({
    _actionName: "Office_notifyAgave",
    _conversationId: `${channel.conversationId}_ntf`,
    _data: [4],
  });
  const before = posted.length;
  for (const text of ["", "no JSON", "{}", '{"_messageType":0,"_conversationId":"another"}', 5, null])
    channel.receive(text);
  await turns();
  expect(posted).toHaveLength(before);
});
