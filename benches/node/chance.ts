/** Phrases and drafts, made anew from a seed: the same on every machine. */

/** Random numbers in [0, 1) from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Common characters of sellers' talk, none of them a function word. */
const CHARACTERS =
  "订单物流快递包裹发货收件地址电话客服售后退换款价格优惠券活动红包赠品礼盒尺码颜色材质款式型号规格库存现货预售品牌正品质量检测报告发票税费支付分期花呗信用卡积分会员等级权益折扣满减秒杀拼团直播间主播粉丝关注收藏评价晒图好评差追加问题咨询回复处理核实登记反馈跟进催促安排仓库打包称重出库揽件中转派送签收驿站自提门店上门安装调试维修保养清洗晾晒存放温度湿度日期保质生产批次编号条码二维扫描链接页面首页搜索筛选排序购物车结算提交取消修改备注留言截图视频照片清晰模糊破损漏缺错多少轻厚薄软硬冷热香甜酸苦辣咸油盐米面果蔬茶酒奶糖糕饼鱼虾蟹鸡鸭牛羊猪蛋豆瓜桃梨橙莓葡萄荔枝芒椰衣裙裤鞋袜帽围巾手套外套毛衫衬羽绒棉麻丝绸皮革金银珠宝戒指项链耳环表镜框灯具桌椅床柜沙发窗帘地毯被枕锅碗瓢盆刀叉杯壶电器冰箱洗机空调扇吹风烤微波炉音响键盘鼠标耳机充线屏幕";

/** How many characters a phrase has, as often as such lists have it. */
const LENGTHS = [2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6];

/** So many different phrases. */
export function phrases(count: number): string[] {
  const next = chance(count);
  const made = new Set<string>();
  while (made.size < count) {
    const length = LENGTHS[Math.floor(next() * LENGTHS.length)] ?? 4;
    let phrase = "";
    for (let at = 0; at < length; at += 1) phrase += CHARACTERS[Math.floor(next() * CHARACTERS.length)] ?? "";
    made.add(phrase);
  }
  return [...made];
}

/** Drafts of a length: sentences as agents write them, a phrase in every fifty characters. */
export function drafts(sentences: readonly string[], planted: readonly string[], length: number, count: number): string[] {
  const next = chance(length);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  return Array.from({ length: count }, () => {
    let text = "";
    let due = 25;
    while (text.length < length) {
      text += `${pick(sentences)}，`;
      if (text.length >= due) {
        text += pick(planted);
        due += 50;
      }
    }
    return text.slice(text.length - length);
  });
}
