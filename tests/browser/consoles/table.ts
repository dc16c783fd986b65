/**
 * The replicas: at which address each is served, what is special about it, and
 * all that is read of it, line by line, with the adapter that ships.
 */
import type { Lines } from "../harness/replica.ts";

/** What a page does by itself, and what is read then; what is not said stays as it was. */
type Turn = [act: string, reads: Partial<Lines>];

export interface Row {
  /** The adapter's id. */
  adapter: string;
  /** The file of the replica. */
  page: string;
  address: string;
  /** What is special about it. */
  trap: string;
  /** Until the page has done this there is no chat, and nothing of Deti. */
  late?: string;
  /** Until the page has done this nobody knows whose the chat is. */
  unnamed?: string;
  /** What the page does to itself before the second conversation is opened; nothing else is read for it. */
  meanwhile?: string;
  reads: Lines;
  /** The second buyer's conversation. */
  other?: Partial<Lines>;
  /** What the panel's board says of the first buyer's order, and of the second's. */
  board?: [mine: string, hers: string];
  turns?: Turn[];
  /** The keys that send. */
  keys?: string[];
  /** Its send button is a picture that nothing names: only the keys are guarded. */
  unguarded?: true;
  /** It stands on a host of the shop's own, which the agent has added. */
  own?: true;
  /** Without a name on the page, or with a masked one, replies have none. */
  nameless?: true;
}

export const NOTHING: Lines = { key: "", buyer: "", messages: [], orders: [], rows: [] };

/** What is said in the first conversation, as far as the consoles tell it apart. */
const SAID = ["buyer 杯套还有吗", "agent 您好，请稍等", "agent 有的，今天能发", "buyer 好的，我再想想"];
const SECOND = ["agent 您好", "buyer 什么时候发货"];

export const ROWS: Row[] = [
  {
    adapter: "pinduoduo",
    page: "pinduoduo",
    address: "https://mms.pinduoduo.com/chat-merchant/index.html#/",
    trap: "a late chat, a list that is replaced, colliding masked names, and the shop's orders on another tab",
    late: "mount",
    nameless: true,
    board: ["牛皮杯套", "陶瓷碗"],
    reads: {
      key: "2000000001",
      buyer: "小***鹿",
      messages: [
        "system 买家从商品页进入 2000000001m0 10:01",
        "buyer 杯套还有吗 2000000001m1 10:02",
        "bot 您好，请稍等 2000000001m2 10:02",
        "agent 有的，今天能发 2000000001m3 10:03",
        "buyer 好的，我再想想 2000000001m4 10:05",
      ],
      orders: [
        "261106-000000000000001 待付款 ¥99.00 牛皮杯套 2026-11-06",
        "261101-000000000000002 已发货 ¥129.50 保温杯 2026-11-01",
      ],
      rows: [
        "2000000001 小***鹿 好的，我再想想 10:05",
        "2000000002 小***鹿 什么时候发货 09:58 waits",
        "2000000003 阿***明 收到了，谢谢 09:12",
      ],
    },
    other: {
      key: "2000000002",
      buyer: "小***鹿",
      messages: ["agent 您好 2000000002m0 09:40", "buyer 什么时候发货 2000000002m1 09:58"],
      orders: ["261106-000000000000003 待付款 ¥36.80 陶瓷碗 2026-11-06"],
    },
    turns: [
      ["wholeShop", { orders: [] }],
      ["kicked", NOTHING],
    ],
  },
  {
    adapter: "douyin-feige",
    page: "douyin-feige",
    address: "https://im.jinritemai.com/pc_seller_v2/main/workspace",
    trap: "hashed classes that change, and a hidden +0 beside the order's number",
    board: ["牛皮杯套", "陶瓷碗"],
    reads: {
      key: "林小鹿",
      buyer: "林小鹿",
      messages: [
        "system 买家从商品页进入 transfer_staff_2000000001m0",
        "buyer 杯套还有吗 2000000001m1",
        "bot 您好，请稍等 2000000001m2",
        "agent 有的，今天能发 2000000001m3",
        "buyer 好的，我再想想 2000000001m4",
      ],
      orders: ["6950000000000000001 待付款 ¥99.00 牛皮杯套", "6950000000000000002 已发货 ¥129.50 保温杯"],
      rows: ["林小鹿 林小鹿", "陈碗家 陈碗家 waits", "王阿明 王阿明"],
    },
    other: {
      key: "陈碗家",
      buyer: "陈碗家",
      messages: ["agent 您好 2000000002m0", "buyer 什么时候发货 2000000002m1"],
      orders: ["6950000000000000003 待付款 ¥36.80 陶瓷碗"],
    },
    meanwhile: "rotate",
  },
  {
    adapter: "jd-dongdong",
    page: "jd-dongdong",
    address: "https://dongdong.jd.com/",
    trap: "the order's line in the chat, and a list that draws only what is in sight",
    board: ["310000000001", "310000000003"],
    reads: {
      key: "2000000001",
      buyer: "林小鹿",
      messages: [
        "buyer 杯套还有吗 2000000001m2 10:02",
        "agent 您好，请稍等 2000000001m3 10:02",
        "agent 有的，今天能发 2000000001m4 10:03",
        "buyer 好的，我再想想 2000000001m5 10:05",
      ],
      orders: ["310000000001"],
      rows: [
        "2000000001 林小鹿 好的，我再想想 10:05",
        "2000000002 陈碗家 什么时候发货 09:58 waits",
        "2000000003 王阿明 收到了，谢谢 09:12",
      ],
    },
    other: {
      key: "2000000002",
      buyer: "陈碗家",
      messages: ["agent 您好 2000000002m1 09:40", "buyer 什么时候发货 2000000002m2 09:58"],
      orders: ["310000000003"],
    },
    // The row is gone, and whose conversation it is stays known.
    turns: [["scroll", { rows: ["2000000003 王阿明 收到了，谢谢 09:12"] }]],
  },
  {
    adapter: "1688-im",
    page: "1688-im",
    address: "https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html?touid=1#/",
    trap: "the chat in a frame",
    reads: {
      ...NOTHING,
      key: "林小鹿",
      buyer: "林小鹿",
      messages: [
        "agent 买家从商品页进入 2026-11-06 10:01:00",
        "buyer 杯套还有吗 2026-11-06 10:02:00",
        "agent 您好，请稍等 2026-11-06 10:02:00",
        "agent 有的，今天能发 2026-11-06 10:03:00",
        "buyer 好的，我再想想 2026-11-06 10:05:00",
      ],
    },
    other: {
      key: "陈碗家",
      buyer: "陈碗家",
      messages: ["agent 您好 2026-11-06 09:40:00", "buyer 什么时候发货 2026-11-06 09:58:00"],
    },
  },
  {
    adapter: "wechat-store",
    page: "wechat-channels",
    address: "https://channels.weixin.qq.com/platform/private_msg",
    trap: "the chat in an open shadow root",
    late: "mount",
    reads: { ...NOTHING, key: "林小鹿", buyer: "林小鹿", messages: ["agent 买家从商品页进入", ...SAID] },
    other: { key: "陈碗家", buyer: "陈碗家", messages: SECOND },
  },
  {
    adapter: "kuaishou-shop",
    page: "kuaishou-shop",
    address: "https://im.kwaixiaodian.com/workbench",
    trap: "a number where the name comes later",
    unnamed: "name",
    board: ["牛皮杯套", "陶瓷碗"],
    reads: {
      key: "林小鹿",
      buyer: "林小鹿",
      messages: [
        "system 买家从商品页进入 0_2000000001_0",
        "buyer 杯套还有吗 0_2000000001_1",
        "agent 您好，请稍等 0_2000000001_2",
        "agent 有的，今天能发 0_2000000001_3",
        "buyer 好的，我再想想 0_2000000001_4",
      ],
      orders: ["2600000000000001 待付款 牛皮杯套", "2600000000000002 已发货 保温杯"],
      rows: ["林小鹿 林小鹿 好的，我再想想", "陈碗家 陈碗家 什么时候发货", "王阿明 王阿明 收到了，谢谢"],
    },
    other: {
      key: "陈碗家",
      buyer: "陈碗家",
      messages: ["agent 您好 0_2000000002_0", "buyer 什么时候发货 0_2000000002_1"],
      orders: ["2600000000000003 待付款 陶瓷碗"],
    },
  },
  {
    adapter: "shopee",
    page: "shopee",
    address: "https://seller.shopee.co.id/new-webchat/conversations",
    trap: "rows placed by top",
    unguarded: true,
    reads: {
      ...NOTHING,
      key: "buyer_1",
      buyer: "buyer_1",
      messages: [
        "agent 买家从商品页进入 10:01",
        "buyer 杯套还有吗 10:02",
        "agent 您好，请稍等 10:02",
        "agent 有的，今天能发 10:03",
        "buyer 好的，我再想想 10:05",
      ],
      rows: ["buyer_1 buyer_1", "buyer_2 buyer_2", "buyer_3 buyer_3"],
    },
    other: { key: "buyer_2", buyer: "buyer_2", messages: ["agent 您好 09:40", "buyer 什么时候发货 09:58"] },
  },
  {
    adapter: "amazon",
    page: "amazon",
    address: "https://sellercentral.amazon.com/messaging/contact?orderID=701-0000000-0000001&marketplaceID=1",
    trap: "box and button in open shadow roots",
    reads: { ...NOTHING, key: "701-0000000-0000001", orders: ["701-0000000-0000001"] },
    keys: [],
    nameless: true,
  },
  {
    adapter: "zendesk",
    page: "zendesk",
    address: "https://shop.zendesk.com/agent/tickets/2000000001",
    trap: "the composers of several tickets, an address that changes without loading, and an editor that takes markup only",
    reads: { ...NOTHING, key: "2000000001" },
    other: { key: "2000000002" },
    nameless: true,
  },
  {
    adapter: "wechat-store",
    page: "wechat-store",
    address: "https://store.weixin.qq.com/shop/kf/collab/im?mode=business",
    trap: "an open row that only its odd class tells",
    unguarded: true,
    board: ["3700000000000000001", "3700000000000000003"],
    reads: {
      key: "2000000001",
      buyer: "林小鹿",
      messages: [
        "agent 买家从商品页进入 昨天 10:01",
        "buyer 杯套还有吗 昨天 10:02",
        "bot 您好，请稍等 昨天 10:02",
        "agent 有的，今天能发 昨天 10:03",
        "buyer 好的，我再想想 昨天 10:05",
      ],
      orders: ["3700000000000000001 待付款", "3700000000000000002 已发货"],
      rows: ["2000000001 林小鹿 好的，我再想想", "2000000002 陈碗家 什么时候发货 waits", "2000000003 王阿明 收到了，谢谢"],
    },
    other: {
      key: "2000000002",
      buyer: "陈碗家",
      messages: ["agent 您好 昨天 09:40", "buyer 什么时候发货 昨天 09:58"],
      orders: ["3700000000000000003 待付款"],
    },
  },
  {
    adapter: "xiaohongshu-qianfan",
    page: "xiaohongshu-qianfan",
    address: "https://walle.xiaohongshu.com/cstools/seller/",
    trap: "an open row that only its odd class tells, and buttons alike",
    reads: {
      ...NOTHING,
      key: "2000000001",
      buyer: "林小鹿",
      messages: ["agent 买家从商品页进入", ...SAID].map((line, at) => `${line} jarvis-msg-2000000001m${at}`),
      rows: ["2000000001 林小鹿", "2000000002 陈碗家", "2000000003 王阿明"],
    },
    other: { key: "2000000002", buyer: "陈碗家", messages: SECOND.map((line, at) => `${line} jarvis-msg-2000000002m${at}`) },
  },
  {
    adapter: "tiktok-shop",
    page: "tiktok-shop",
    address: "https://seller-us.tiktok.com/chat/inbox/current?shop_region=US",
    trap: "a box that is known by the button beside it",
    reads: {
      ...NOTHING,
      key: "林小鹿",
      buyer: "林小鹿",
      messages: ["agent 买家从商品页进入", ...SAID],
      rows: ["林小鹿 林小鹿", "陈碗家 陈碗家", "王阿明 王阿明"],
    },
    other: { key: "陈碗家", buyer: "陈碗家", messages: SECOND },
  },
  {
    adapter: "xianyu",
    page: "xianyu",
    address: "https://www.goofish.com/im?itemId=1&peerUserId=2000000001",
    trap: "hashes behind the names of classes, and an address that changes without loading",
    reads: { ...NOTHING, key: "2000000001", messages: ["agent 买家从商品页进入", ...SAID] },
    other: { key: "2000000002", messages: SECOND },
    nameless: true,
  },
  {
    adapter: "alibaba-onetalk",
    page: "alibaba-onetalk",
    address: "https://onetalk.alibaba.com/message/weblitePWA.htm?isGray=1#/",
    trap: "messages that nobody is known to have written",
    reads: { ...NOTHING, rows: ["林小鹿 林小鹿 10:05", "陈碗家 陈碗家 09:58", "王阿明 王阿明 09:12"] },
    nameless: true,
  },
  {
    adapter: "whatsapp-web",
    page: "whatsapp-web",
    address: "https://web.whatsapp.com/",
    trap: "test ids that come and go",
    reads: {
      ...NOTHING,
      key: "862000000001",
      buyer: "林小鹿",
      messages: [
        "agent 买家从商品页进入 10:01, 2026/11/6",
        "buyer 杯套还有吗 10:02, 2026/11/6",
        "agent 您好，请稍等 10:02, 2026/11/6",
        "agent 有的，今天能发 10:03, 2026/11/6",
        "buyer 好的，我再想想 10:05, 2026/11/6",
      ],
    },
    other: {
      key: "862000000002",
      buyer: "陈碗家",
      messages: ["agent 您好 09:40, 2026/11/6", "buyer 什么时候发货 09:58, 2026/11/6"],
    },
    meanwhile: "rollout",
  },
  {
    adapter: "chatwoot",
    page: "chatwoot",
    address: "https://help.shop.example/app/accounts/1/conversations/2000000001",
    trap: "a host of the shop's own that the agent has added",
    own: true,
    unguarded: true,
    reads: {
      ...NOTHING,
      key: "2000000001",
      messages: [
        "system 买家从商品页进入 0",
        "buyer 杯套还有吗 1",
        "agent 您好，请稍等 2",
        "agent 有的，今天能发 3",
        "buyer 好的，我再想想 4",
      ],
    },
    other: { key: "2000000002", messages: ["agent 您好 0", "buyer 什么时候发货 1"] },
    nameless: true,
  },
  {
    adapter: "facebook-marketplace",
    page: "facebook-marketplace",
    address: "https://www.facebook.com/marketplace/",
    trap: "an inbox to which the address changes without loading",
    late: "inbox",
    unguarded: true,
    reads: NOTHING,
    nameless: true,
  },
];
