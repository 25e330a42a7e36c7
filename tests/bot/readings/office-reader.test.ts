import { beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../../bot/decide.ts";
import type { Dialogue } from "../../../bot/dialogue.ts";
import type { OfficeDay, OfficeQuery, Query } from "../../../bot/query.ts";
import { readOffice } from "../../../bot/readings/office-reader.ts";
import type { OfficeAsk, OfficeProfile } from "../../../knowledge/office-profile.ts";
import { exampleOffice } from "../../support/assistant.ts";
import { openReadings, type Readings } from "./reader-context.ts";

let readings: Readings;
let ward: OfficeProfile;
beforeAll(async () => {
  readings = await openReadings(new Date("2026-11-25T09:00:00+07:00"));
  ward = await exampleOffice();
});

async function read(text: string, office?: OfficeProfile, dialogue: Partial<Dialogue> = {}) {
  const context = { ...(await readings.contextOf(text, dialogue)), office };
  const query = readOffice(context)?.query as OfficeQuery | undefined;
  return { query, chosen: decide(context) };
}

const BIRTH: Query = { kind: "procedure", code: "1.001193", aspects: ["documents"] };
const TASK: Query = { kind: "task", ids: ["V.9"], asks: [] };

describe("a question about the office itself", () => {
  test.each<[text: string, asks: OfficeAsk[], day?: OfficeDay]>([
    ["cơ quan mình ở đâu", ["address"]],
    ["Cơ quan ở đâu vậy ạ?", ["address"]],
    ["cho em hỏi trụ sở ủy ban ở đường nào", ["address"]],
    ["dia chi co quan o dau", ["address"]],
    ["địa chỉ của UBND phường Hoa Mai", ["address"]],
    ["phường Hoa Mai nằm ở đâu", ["address"]],
    ["đi tới phường mình đi đường nào", ["address"]],
    ["ubnd phuong nam o cho nao", ["address"]],
    ["bộ phận một cửa ở đâu", ["address"]],
    ["mot cua o dau vay", ["address"]],
    ["cho xin số điện thoại", ["telephone"]],
    ["cho em xin sdt", ["telephone"]],
    ["so dien thoai cua phuong", ["telephone"]],
    ["số hotline là bao nhiêu", ["telephone"]],
    ["hotline?", ["telephone"]],
    ["đường dây nóng của phường số mấy", ["telephone"]],
    ["tổng đài hỗ trợ số bao nhiêu", ["telephone"]],
    ["số điện thoại bộ phận một cửa", ["telephone"]],
    ["xin sđt liên hệ", ["telephone"]],
    ["mấy giờ làm việc", ["hours"]],
    ["may gio mo cua", ["hours"]],
    ["phường mấy giờ mở cửa vậy em", ["hours"]],
    ["ủy ban làm việc tới mấy giờ", ["hours"]],
    ["cho hỏi giờ làm việc của cơ quan", ["hours"]],
    ["gio lam viec cua uy ban phuong", ["hours"]],
    ["thứ bảy có làm không", ["hours"], "saturday"],
    ["thu 7 co lam viec ko", ["hours"], "saturday"],
    ["t7 phường có làm không", ["hours"], "saturday"],
    ["chủ nhật có mở cửa không ạ", ["hours"], "sunday"],
    ["cuoi tuan co tiep dan khong", ["hours"], "weekend"],
    ["ngày lễ có làm việc không", ["hours"], "holiday"],
    ["buổi trưa có nghỉ không", ["hours"]],
    ["trưa có làm không", ["hours"]],
    ["chiều nay mấy giờ đóng cửa", ["hours"]],
    ["lịch tiếp công dân", ["hours"]],
    ["email của cơ quan là gì", ["email"]],
    ["cho xin địa chỉ email", ["email"]],
    ["phường có zalo không", ["zalo"]],
    ["zalo của phường là gì", ["zalo"]],
    ["trang web của phường", ["website"]],
    ["website cơ quan", ["website"]],
    ["fanpage của phường mình", ["website"]],
    ["tra cứu hồ sơ ở đâu", ["lookup"]],
    ["tra cuu ho so o trang nao", ["lookup"]],
    ["muốn tra cứu tình trạng hồ sơ thì vào đâu", ["lookup"]],
    ["link tra cứu hồ sơ", ["lookup"]],
    ["mã hồ sơ tra ở đâu", ["lookup"]],
    ["nộp trực tuyến ở trang nào", ["filing"]],
    ["nop online o trang nao", ["filing"]],
    ["cho xin link nộp hồ sơ trực tuyến", ["filing"]],
    ["nộp hồ sơ qua mạng vào trang nào", ["filing"]],
    ["trang dịch vụ công của phường", ["filing"]],
    ["thông tin liên hệ", []],
    ["làm sao để liên hệ với cơ quan", []],
    ["liên hệ với phường bằng cách nào", []],
    ["địa chỉ và số điện thoại của cơ quan", ["address", "telephone"]],
    ["cho xin địa chỉ, số điện thoại với giờ làm việc", ["address", "telephone", "hours"]],
    ["đến cơ quan mấy giờ thì được", ["hours"]],
    ["sáng mấy giờ phường bắt đầu nhận hồ sơ", ["hours"]],
    ["Cơ quan anh chị có làm thứ bảy không", ["hours"], "saturday"],
    ["thứ bảy này ủy ban có tiếp dân không", ["hours"], "saturday"],
    ["ngoài giờ có ai trực không", ["hours"]],
    ["sđt phường hoa mai", ["telephone"]],
    ["hoa mai mấy giờ mở cửa", ["hours"]],
    ["thế chủ nhật thì sao", ["hours"], "sunday"],
    ["cho hỏi số đt bên mình với", ["telephone"]],
    ["giờ hành chính là từ mấy giờ tới mấy giờ", ["hours"]],
    ["co nghi trua khong", ["hours"]],
    ["co quan nam o dau, may gio lam viec", ["address", "hours"]],
  ])("%s", async (text, asks, day) => {
    const { query, chosen } = await read(text, ward);
    expect(query?.asks).toEqual(asks);
    expect(query?.day).toBe(day);
    expect(chosen).toEqual(query);
  });
});

describe("no question about the office itself", () => {
  test.each([
    "đăng ký khai sinh nộp ở đâu",
    "nộp ở đâu",
    "kết hôn làm ở đâu",
    "Cho xin số điện thoại đầu mối bên Sở TTTT",
    "Số điện thoại của Sở Y tế",
    "số điện thoại ubnd phường rạch dừa",
    "số điện thoại chủ tịch phường",
    "cho xin số điện thoại anh Nam cán bộ tư pháp",
    "công an phường mấy giờ làm việc",
    "đổi địa chỉ thường trú cần giấy tờ gì",
    "thay đổi địa chỉ trụ sở hộ kinh doanh",
    "tổng đài 1022 do ai chủ trì",
    "nhiệm vụ xây dựng cổng thông tin điện tử ai làm",
    "hệ thống thư điện tử công vụ hạn khi nào",
    "đăng ký khai sinh trực tuyến ở trang nào",
    "thông báo lưu trú trước mấy giờ",
    "hồ sơ của tôi tới đâu rồi",
    "tra cứu hồ sơ của tôi",
    "chỉ tiêu nộp hồ sơ trực tuyến là bao nhiêu",
    "email của Sở Nội vụ",
    "địa chỉ nhà ông Tám",
    "lấy số điện thoại của người vừa hỏi",
    "đăng ký thường trú nộp trực tuyến có được không",
    "tra cứu văn bằng ai làm",
    "xe tui dính phạt nguội giờ tra ở đâu vậy em",
    "thời hạn giải quyết mấy ngày làm việc",
    "mất điện thoại làm căn cước",
    "xin nghỉ việc thì bảo hiểm thất nghiệp nộp ở đâu",
    "UBND tỉnh ở đâu",
    "gặp cán bộ",
    "ai là chủ tịch phường",
    "phường nào giải quyết khai tử",
    "văn phòng công chứng ở đâu",
    "Sở Tài chính làm việc thứ bảy không",
    "tối nay có cháy",
    "trưa",
    "gọi giúp tôi qua Sở Y tế",
    "nhiệm vụ đường dây nóng ai làm",
    "việc này làm tới khi nào",
    "thủ tục này giải quyết mấy giờ",
    "website của Sở Du lịch",
    "làm việc với Sở Nội vụ lúc nào",
    "liên hệ Sở Xây dựng thế nào",
    "làm thêm giờ có được trả lương không",
  ])("%s", async (text) => {
    for (const office of [ward, undefined]) {
      const { query, chosen } = await read(text, office);
      expect(query).toBeUndefined();
      expect(chosen.kind).not.toBe("office");
    }
  });
});

describe("whose office is meant", () => {
  test("its own name is no other agency's, with diacritics or without", async () => {
    for (const text of ["Số điện thoại UBND phường Hoa Mai?", "so dien thoai phuong hoa mai"])
      expect((await read(text, ward)).query?.asks).toEqual(["telephone"]);
  });

  test("a ward's hours are not a department's to tell, and a department's not a ward's", async () => {
    const department = { name: "Sở Khoa học và Công nghệ" };
    expect((await read("phường mấy giờ mở cửa", department)).query).toBeUndefined();
    expect((await read("Sở mình mấy giờ mở cửa", department)).query?.asks).toEqual(["hours"]);
    expect((await read("Sở mình mấy giờ mở cửa", ward)).query).toBeUndefined();
  });

  test("an agency of the plan is asked about where it is the office", async () => {
    const office = { name: "Sở Y tế" };
    expect((await read("Số điện thoại của Sở Y tế?", office)).query?.asks).toEqual(["telephone"]);
    expect((await read("Số điện thoại của Sở Nội vụ?", office)).query).toBeUndefined();
  });
});

describe("behind another answer", () => {
  test("where to file stays the procedure's", async () => {
    for (const text of ["nộp ở đâu", "nộp ở đâu vậy", "địa chỉ ở đâu", "nop o dau"]) {
      const { query, chosen } = await read(text, ward, { last: BIRTH, story: ["đăng ký khai sinh cần gì"] });
      expect(query).toBeUndefined();
      expect(chosen).toMatchObject({ kind: "procedure", code: "1.001193" });
    }
  });

  test("hours and telephone are the office's", async () => {
    expect((await read("mấy giờ mở cửa", ward, { last: BIRTH })).chosen).toEqual({
      kind: "office",
      asks: ["hours"],
    });
    expect((await read("cho xin số điện thoại", ward, { last: BIRTH })).query?.asks).toEqual(["telephone"]);
  });

  test("of the plan the answer says that the plan prints no telephone", async () => {
    const { query } = await read("cho xin số điện thoại", ward, { last: TASK });
    expect(query).toEqual({ kind: "office", asks: ["telephone"], afterPlan: true });
    expect((await read("số điện thoại cơ quan mình", ward, { last: TASK })).query?.afterPlan).toBeUndefined();
    expect((await read("số điện thoại của sở đó", ward, { last: TASK })).query).toBeUndefined();
  });
});

test("an office that has stated nothing is asked the same", async () => {
  expect((await read("Cơ quan mình ở đâu?")).chosen).toEqual({ kind: "office", asks: ["address"] });
  expect((await read("so hotline")).chosen).toEqual({ kind: "office", asks: ["telephone"] });
});
