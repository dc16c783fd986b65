/** The buyers of the replicas, what they said and what they ordered. */

export type Who = "buyer" | "agent" | "bot" | "system";

export interface Said {
  who: Who;
  text: string;
  /** The time of day. */
  time: string;
}

export interface Bought {
  number: string;
  status: string;
  item: string;
  amount: string;
}

export interface Buyer {
  key: string;
  name: string;
  says: Said[];
  orders: Bought[];
  waits: boolean;
}

/** @param numbers The order numbers as this platform makes them: two of the first buyer, one of the second, one of the third. */
export function buyers(numbers: readonly string[]): Buyer[] {
  const [first = "", second = "", third = "", fourth = ""] = numbers;
  return [
    {
      key: "2000000001",
      name: "林小鹿",
      waits: false,
      says: [
        { who: "system", text: "买家从商品页进入", time: "10:01" },
        { who: "buyer", text: "杯套还有吗", time: "10:02" },
        { who: "bot", text: "您好，请稍等", time: "10:02" },
        { who: "agent", text: "有的，今天能发", time: "10:03" },
        { who: "buyer", text: "好的，我再想想", time: "10:05" },
      ],
      orders: [
        { number: first, status: "待付款", item: "牛皮杯套", amount: "¥99.00" },
        { number: second, status: "已发货", item: "保温杯", amount: "¥129.50" },
      ],
    },
    {
      key: "2000000002",
      name: "陈碗家",
      waits: true,
      says: [
        { who: "agent", text: "您好", time: "09:40" },
        { who: "buyer", text: "什么时候发货", time: "09:58" },
      ],
      orders: [{ number: third, status: "待付款", item: "陶瓷碗", amount: "¥36.80" }],
    },
    {
      key: "2000000003",
      name: "王阿明",
      waits: false,
      says: [{ who: "buyer", text: "收到了，谢谢", time: "09:12" }],
      orders: [{ number: fourth, status: "已完成", item: "木勺", amount: "¥12.00" }],
    },
  ];
}
