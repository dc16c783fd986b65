//! Files of orders: the exports that are recognised, and what is said of the rest.

use std::fmt::Write as _;

use deti::zone::Zone;
use deti_formats::{OrdersHow, OrdersRead, read_orders};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn read(name: &str, bytes: &[u8]) -> OrdersRead {
    let zone = Zone::fixed(480);
    // 2026-11-06 15:00 in Beijing.
    let how = OrdersHow { platform: "", columns: &[], zone: &zone, seen: 1_793_948_400_000 };
    read_orders(name, bytes, &how)
}

fn table(read: &OrdersRead) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} {:?}", read.platform.unwrap_or("-"), read.encoding);
    for row in &read.rows {
        let order = &row.order;
        let zone = Zone::fixed(480);
        let created = order.created.map(|at| format!("{} {}", zone.day(at), zone.minute(at)));
        let _ = writeln!(
            out,
            "{}: {} {} {} {:?} {} {} {}",
            row.line,
            order.platform,
            order.number,
            order.buyer.name,
            order.status,
            order.item,
            order.amount.as_ref().map_or("-", |amount| &amount.text),
            created.as_deref().unwrap_or("-"),
        );
    }
    for remark in &read.refused {
        let _ = writeln!(out, "{} refused: {}", remark.line, remark.message());
    }
    for remark in &read.notes {
        let _ = writeln!(out, "{} note: {}", remark.line, remark.message());
    }
    out
}

fn says(name: &str, text: &str, expected: Expect) {
    expected.assert_eq(&table(&read(name, text.as_bytes())));
}

#[test]
fn exports_are_recognised_by_their_columns() {
    says(
        "taobao.csv",
        "订单编号,买家会员名,买家应付货款,订单状态,订单创建时间,宝贝标题 ,订单付款时间\n\
         =\"2847163950274170011\",小鹿,329.00,等待买家付款,2026-11-06 10:12:00,羽绒被,\n\
         \"2847163950274170012\t\",小马,99.00,卖家已发货,2026/11/6 9:05,枕头,2026-11-06 09:06:00\n",
        expect![[r#"
            taobao Some(Utf8)
            2: taobao 2847163950274170011 小鹿 Unpaid 羽绒被 ¥329.00 2026-11-06 612
            3: taobao 2847163950274170012 小马 Paid 枕头 ¥99.00 2026-11-06 545
        "#]],
    );
    says(
        "pdd.csv",
        "商品,订单号,订单状态,商家实收金额(元),订单成交时间\n童鞋,261106-583920174836328,待支付,66.00,2026-11-06 14:50:00\n",
        expect![[r#"
            pinduoduo Some(Utf8)
            2: pinduoduo 261106-583920174836328  Unpaid 童鞋 ¥66.00 2026-11-06 890
        "#]],
    );
    says(
        "jd.csv",
        "订单号,下单帐号,订单金额,订单状态,下单时间,商品名称\n301928472078,孔**,75,等待付款,2026-11-06 21:05:00,棉柔巾\n",
        expect![[r#"
            jd Some(Utf8)
            2: jd 301928472078 孔** Unpaid 棉柔巾 ¥75 2026-11-06 1265
        "#]],
    );
    says(
        "douyin.csv",
        "主订单编号,选购商品,订单应付金额,订单状态,订单提交时间\n7301928475610293867,防晒衣,119,待支付,2026/11/06 09:01:00\n",
        expect![[r#"
            douyin Some(Utf8)
            2: douyin 7301928475610293867  Unpaid 防晒衣 ¥119 2026-11-06 541
        "#]],
    );
    says(
        "shopee.csv",
        "訂單編號,買家帳號,訂單狀態,訂單成立時間,商品名稱,訂單總金額,幣種\n261106VX3CK8NM,jian,尚未付款,2026-11-06 11:40,洗髮精,480,TWD\n",
        expect![[r#"
            shopee Some(Utf8)
            2: shopee 261106VX3CK8NM jian Unpaid 洗髮精 NT$480 2026-11-06 700
        "#]],
    );
}

#[test]
fn of_columns_that_mean_the_same_what_is_due_counts_before_what_was_paid() {
    says(
        "a.csv",
        "订单编号,订单状态,实付金额,应付金额,商品名称,状态\n\
         301928472078111,待付款,0.00,¥99.00,童鞋,等待付款\n\
         301928472078112,待付款,¥12.00,,童袜,\n",
        expect![[r#"
            - Some(Utf8)
            2:  301928472078111  Unpaid 童鞋 ¥99.00 -
            3:  301928472078112  Unpaid 童袜 ¥12.00 -
            1 note: the columns 应付金额, 实付金额 mean the same; of them the first that says something counts
            1 note: the columns 状态, 订单状态 mean the same; of them the first that says something counts
        "#]],
    );
    says(
        "a.jsonl",
        "{\"实付金额\":\"0.00\",\"应付金额\":\"¥99.00\",\"订单编号\":\"301928472078111\",\"订单状态\":\"待付款\"}\n",
        expect![[r#"
            - Some(Utf8)
            1:  301928472078111  Unpaid  ¥99.00 -
            1 note: the columns 应付金额, 实付金额 mean the same; of them the first that says something counts
        "#]],
    );
}

#[test]
fn only_a_moment_is_a_time_of_payment() {
    let mut told = String::new();
    for words in [
        "",
        "-",
        "--",
        "0",
        "无",
        "未付款",
        "0000-00-00 00:00:00",
        "1970-01-01 08:00:00",
        "2026-11-06",
        "2026-11-06 14:20:00",
        "已付款",
        "去年",
    ] {
        let read = read("a.csv", format!("订单号,状态,付款时间\n1001,待付款,{words}\n").as_bytes());
        let status = read.rows.first().map(|row| row.order.status);
        let refused = read.refused.first().map_or(String::new(), |it| it.message());
        let _ = writeln!(told, "{words}: {status:?} {refused}");
    }
    expect![[r#"
        : Some(Unpaid) 
        -: Some(Unpaid) 
        --: Some(Unpaid) 
        0: Some(Unpaid) 
        无: Some(Unpaid) 
        未付款: Some(Unpaid) 
        0000-00-00 00:00:00: Some(Unpaid) 
        1970-01-01 08:00:00: Some(Unpaid) 
        2026-11-06: Some(Paid) 
        2026-11-06 14:20:00: Some(Paid) 
        已付款: Some(Paid) 
        去年: None `去年` is no moment; write it as 2026-11-06 14:50
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_platform_is_known_by_its_names_and_a_sum_is_no_order() {
    says(
        "a.csv",
        "平台,订单号,状态,实付款(元),客户姓名,下单时间\n京东,1001,待付款,99.9,孔**,2026-11-06 10:00\n天猫,1002,待付款,15.999,,\n\
         某某商城,1003,待付款,5,,\n,合计,,120,,\npdd,1004,待付款,329,,2027-11-06 10:00\n",
        expect![[r#"
            - Some(Utf8)
            2: jd 1001 孔** Unpaid  ¥99.90 2026-11-06 600
            3: tmall 1002  Unpaid  - -
            4: 某某商城 1003  Unpaid  - -
            5 refused: `合计` is no order number, which has four digits at least; if it is a sum, leave it
            6 refused: `2027-11-06 10:00` is still to come, and no order is placed then; correct it
            3 note: the amount 15.999 has no currency that is known; a reminder cannot name it
            4 note: the platform 某某商城 is not known; the limits for all platforms hold for it
            4 note: the amount 5 has no currency that is known; a reminder cannot name it
        "#]],
    );
    says(
        "a.jsonl",
        "{\"number\": \"1001\", \"status\": \"待付款\", \"buyer\": \"小鹿\"}\n",
        expect![[r#"
            - Some(Utf8)
            1:  1001 小鹿 Unpaid  - -
        "#]],
    );
    says(
        "a.ods",
        "\u{1}\u{0}",
        expect![[r#"
        - None
        0 refused: is no workbook (.xlsx); save it again as .xlsx
    "#]],
    );
}

#[test]
fn behind_a_quotation_mark_that_is_never_closed_the_rows_go_on() {
    says(
        "a.csv",
        "订单号,状态,商品\n1001,待付款,被子\n1002,待付款,\"枕头\n1003,待付款,床单\n还有一句\n1004,待付款,\"毛毯\"\n",
        expect![[r#"
            - Some(Utf8)
            2:  1001  Unpaid 被子 - -
            4:  1003  Unpaid 床单 - -
            6:  1004  Unpaid 毛毯 - -
            3 refused: opens a quotation mark that is never closed, so everything after it would be one cell; close it, or double it if it is meant
            5 refused: opens a quotation mark that is never closed, so everything after it would be one cell; close it, or double it if it is meant
        "#]],
    );
}

#[test]
fn rows_of_one_order_are_taken_together_and_a_later_status_counts() {
    says(
        "a.csv",
        "下载时间 2026-11-06\n订单编号,订单状态,商品名称,金额\n1001,待付款,被子,¥5\n1001,待付款,枕头,¥5\n1001,已付款,被子,¥5\n",
        expect![[r#"
            - Some(Utf8)
            3:  1001  Unpaid 被子、枕头 ¥5 -
            5:  1001  Paid 被子 ¥5 -
            1 note: stands before the row that names the columns, and is not taken
            4 note: is of the same order as line 3; taken together
            5 note: has another status than line 3; this one counts
        "#]],
    );
}

#[test]
fn what_any_row_of_an_order_says_was_said_and_done_counts() {
    let text = concat!(
        r#"{"number":"1001","status":"待付款","item":"被子","amount":"¥5","said":"太贵了"}"#,
        "\n",
        r#"{"number":"1001","status":"待付款","item":"枕头","said":"不要了","sent":"2026-11-06 10:00"}"#,
        "\n",
        r#"{"number":"1002","status":"待付款","said":"不要了","sent":"2026-11-06 10:00"}"#,
        "\n",
        r#"{"number":"1002","status":"未付款等待发货"}"#,
        "\n",
        r#"{"number":"1003","status":"待付款","item":"一","amount":"¥12"}"#,
        "\n",
        r#"{"number":"1003","status":"待付款","item":"二","amount":"¥30"}"#,
        "\n",
        r#"{"number":"1003","status":"待付款","item":"三","amount":"¥12"}"#,
    );
    says(
        "a.jsonl",
        text,
        expect![[r#"
        - Some(Utf8)
        1:  1001  Unpaid 被子、枕头 ¥5 -
        3:  1002  Unpaid  - -
        4:  1002  Unknown  - -
        5:  1003  Unpaid 一、二、三 - -
        2 note: is of the same order as line 1; taken together
        4 note: the status 未付款等待发货 is not known; the order is taken and never reminded
        4 note: has another status than line 3; this one counts
        6 note: is of the same order as line 5; taken together
        6 note: has another amount than line 5; the order is taken without one
        7 note: is of the same order as line 5; taken together
    "#]],
    );
    let read = read("a.jsonl", text.as_bytes());
    let past: Vec<_> = read.rows.iter().map(|row| (&*row.said, row.sent.len())).collect();
    assert_eq!(past, [("太贵了\n不要了", 1), ("不要了", 1), ("不要了", 1), ("", 0)]);
}

#[test]
fn how_often_an_order_was_reminded_counts_also_without_when() {
    let sent = |cell: &str| {
        let text =
            format!("订单号,订单状态,下单时间,已催次数\n1001,待付款,2026-11-06 10:00,{cell}\n");
        let read = read("a.csv", text.as_bytes());
        read.rows.first().map(|row| row.sent.len())
    };
    let cells = [("", 0), ("0", 0), ("2", 2), ("3次", 3), ("2026-11-06 11:00;2026-11-06 12:00", 2)];
    for (cell, count) in cells {
        assert_eq!(sent(cell), Some(count), "{cell}");
    }
    assert_eq!(sent("多次"), None, "refused");
}

#[test]
fn what_was_paid_so_far_gives_way_to_what_is_due() {
    says(
        "a.csv",
        "订单号,订单状态,用户实付金额(元),商品总价(元)\n1001,待付款,0.00,¥59.90\n1002,待付款,0.00,0.00\n1003,待付款,¥0.00,\n1004,待付款,-5,¥5\n1005,待付款,¥-5,\n",
        expect![[r#"
            - Some(Utf8)
            2:  1001  Unpaid  ¥59.90 -
            3:  1002  Unpaid  - -
            4:  1003  Unpaid  - -
            5:  1004  Unpaid  ¥5 -
            6:  1005  Unpaid  - -
            1 note: the columns 用户实付金额(元), 商品总价(元) mean the same; of them the first that says something counts
            3 note: the amount 0.00 is none that is to be paid; the order is taken without one
            4 note: the amount ¥0.00 is none that is to be paid; the order is taken without one
            6 note: the amount ¥-5 is none that is to be paid; the order is taken without one
        "#]],
    );
}

#[test]
fn what_would_mislead_is_refused_and_what_is_missing_is_said() {
    says(
        "a.csv",
        "订单编号,订单状态,下单时间,付款时间,金额\n1001,待付款,去年,,¥5\n1002,待付款,,2026-11-06 10:00,¥5\n1003,预售,,,5\n,待付款,,,¥5\n2.84716E+18,待付款,,,¥5\n",
        expect![[r#"
            - Some(Utf8)
            3:  1002  Paid  ¥5 -
            4:  1003  Unknown  - -
            2 refused: `去年` is no moment; write it as 2026-11-06 14:50
            5 refused: has no order number; fill in the column
            6 refused: the order number 2.84716E+18 has lost digits; format the column as text and export again
            3 note: 待付款, and yet there is a time of payment; taken as paid
            4 note: the status 预售 is not known; the order is taken and never reminded
            4 note: the amount 5 has no currency that is known; a reminder cannot name it
        "#]],
    );
    says(
        "a.csv",
        "标题,内容\n发票,好\n",
        expect![[r#"
        - Some(Utf8)
        1 refused: no row names the columns 订单编号 and 订单状态; name them, or map yours, such as `--column 单号=number --column 进度=status`
    "#]],
    );
    says(
        "a.jsonl",
        "{\"order_no\": \"1001\"}\n[]\n",
        expect![[r#"
        - Some(Utf8)
        1:  1001  Unknown  - -
        2 refused: is no JSON object (invalid type: sequence, expected a map at line 1 column 0); write one order a line
        1 note: has no status; the order is taken and never reminded
    "#]],
    );
    says(
        "a.xls",
        "\u{0}",
        expect![[r#"
            - None
            0 refused: is no workbook (.xlsx); save it again as .xlsx
        "#]],
    );
}

#[test]
fn a_workbook_keeps_times_and_loses_long_numbers_aloud() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["订单编号", "订单状态", "下单时间", "金额"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let moment = ExcelDateTime::parse_from_str("2026-11-06T14:50:30").unwrap();
    sheet.write_string(1, 0, "301928472078").unwrap();
    sheet.write_string(1, 1, "待付款").unwrap();
    sheet.write_datetime_with_format(1, 2, moment, &time).unwrap();
    sheet.write_string(1, 3, "¥66.00").unwrap();
    sheet.write_number(2, 0, 2_847_163_950_274_170_011_i64 as f64).unwrap();
    sheet.write_string(2, 1, "待付款").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    expect![[r#"
        - None
        2:  301928472078  Unpaid  ¥66.00 2026-11-06 890
        3 refused: the order number 2.84716e18 has lost digits; format the column as text and export again
    "#]].assert_eq(&table(&read("a.xlsx", &bytes)));
}

proptest! {
    #[test]
    fn any_file_is_read(text in "(订单号|订单状态|待付款|[0-9,\"\n:. ]|2026-11-06|¥|\\{\"order_no\":){0,24}") {
        let _ = read("a.csv", text.as_bytes());
        let _ = read("a.jsonl", text.as_bytes());
    }
}
