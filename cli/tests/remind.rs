//! `deti remind`, as it is run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expect_test::{Expect, expect};

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("remind-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn deti(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deti"))
        .arg("remind")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs")
}

fn says(output: &Output, code: i32, table: Expect) {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    table.assert_eq(&String::from_utf8_lossy(&said));
    assert_eq!(output.status.code(), Some(code));
}

const TABLE: &str = "\
订单编号,买家会员名,买家应付货款,订单状态,订单创建时间,宝贝标题,备注
2847163950274170011,小鹿,329.00,等待买家付款,2026-11-06 10:12:00,加厚羽绒被,
2847163950274170012,小马,99.00,等待买家付款,2026-11-06 14:50:00,枕头,
2847163950274170013,小羊,59.00,买家已付款,2026-11-06 09:00:00,毛巾,
2847163950274170014,小鹿,20.00,等待买家付款,2026-11-06 10:15:00,枕巾,
";

#[test]
fn a_table_is_planned_and_every_reason_is_said() {
    let folder = folder("plan");
    std::fs::write(folder.join("a.csv"), TABLE).expect("a file");
    says(
        &deti(&folder, &["a.csv", "--now", "2026-11-06 15:00"]),
        0,
        expect![[r#"
            催付  2847163950274170011  小鹿  加厚羽绒被 ¥329.00  (该第 1 次提醒；一并提醒订单 2847163950274170014)
                您好，您有2笔订单在等待付款，其中有加厚羽绒被（订单号 2847163950274170011，金额¥329.00）。都在“我的订单”里，也可以一起付款；需要帮忙，随时告诉我。若已不需要，请忽略。
            等到 15:10  2847163950274170012  小马  枕头 ¥99.00  (下单才 10 分钟，满 20 分钟 再提醒)
            不催  2847163950274170013  小羊  毛巾 ¥59.00  (已付款)
            先等  2847163950274170014  小鹿  枕巾 ¥20.00  (同一买家，由订单 2847163950274170011 一并提醒)
            1 remind, 2 wait, 1 never
            a.csv:1: note: the columns 备注 are not taken
        "#]],
    );
    says(
        &deti(&folder, &["a.csv", "--now", "2026-11-06 15:00", "--language", "en"]),
        0,
        expect![[r#"
            remind  2847163950274170011  小鹿  加厚羽绒被 ¥329.00  (reminder 1 is due; for the orders 2847163950274170014 too)
                您好，您有2笔订单在等待付款，其中有加厚羽绒被（订单号 2847163950274170011，金额¥329.00）。都在“我的订单”里，也可以一起付款；需要帮忙，随时告诉我。若已不需要，请忽略。
            wait until 15:10  2847163950274170012  小马  枕头 ¥99.00  (placed 10 min ago, 20 min are waited)
            never  2847163950274170013  小羊  毛巾 ¥59.00  (paid)
            wait  2847163950274170014  小鹿  枕巾 ¥20.00  (the reminder of order 2847163950274170011 is for this one too)
            1 remind, 2 wait, 1 never
            a.csv:1: note: the columns 备注 are not taken
        "#]],
    );
    says(
        &deti(&folder, &["a.csv", "--now", "2026-11-06 15:00", "--json"]),
        0,
        expect![[r#"
            {"at":"2026-11-06T15:00:00+08:00","cause":"forgot","closes":null,"decision":"remind","file":"a.csv","line":2,"missing":[],"order_no":"2847163950274170011","reason":"due","reasons":["due","several"],"reminder":"您好，您有2笔订单在等待付款，其中有加厚羽绒被（订单号 2847163950274170011，金额¥329.00）。都在“我的订单”里，也可以一起付款；需要帮忙，随时告诉我。若已不需要，请忽略。","reply":"several","words":"该第 1 次提醒；一并提醒订单 2847163950274170014"}
            {"at":"2026-11-06T15:10:00+08:00","cause":"forgot","closes":null,"decision":"wait","file":"a.csv","line":3,"missing":[],"order_no":"2847163950274170012","reason":"too-early","reasons":["too-early"],"reminder":null,"reply":null,"words":"下单才 10 分钟，满 20 分钟 再提醒"}
            {"at":null,"cause":"forgot","closes":null,"decision":"never","file":"a.csv","line":4,"missing":[],"order_no":"2847163950274170013","reason":"paid","reasons":["paid"],"reminder":null,"reply":null,"words":"已付款"}
            {"at":null,"cause":"forgot","closes":null,"decision":"wait","file":"a.csv","line":5,"missing":[],"order_no":"2847163950274170014","reason":"same-buyer","reasons":["same-buyer"],"reminder":null,"reply":null,"words":"同一买家，由订单 2847163950274170011 一并提醒"}
            a.csv:1: note: the columns 备注 are not taken
        "#]],
    );
    says(
        &deti(&folder, &["a.csv", "--dry-run", "--now", "2026-11-06 15:00"]),
        0,
        expect![[r#"
        a.csv: 4 orders (taobao, UTF-8)
             2  new      2847163950274170011  Unpaid 等待买家付款  加厚羽绒被 ¥329.00
             3  new      2847163950274170012  Unpaid 等待买家付款  枕头 ¥99.00
             4  new      2847163950274170013  Paid 买家已付款  毛巾 ¥59.00
             5  new      2847163950274170014  Unpaid 等待买家付款  枕巾 ¥20.00
             1  note     the columns 备注 are not taken
        4 new, 0 refused, 1 notes
    "#]],
    );
}

#[test]
fn what_comes_in_is_planned_as_a_file_is() {
    let folder = folder("stdin");
    let file = folder.join("a.csv");
    std::fs::write(&file, TABLE).expect("a file");
    let arguments = ["--now", "2026-11-06 15:00"];
    let planned = deti(&folder, &[&["a.csv"], &arguments[..]].concat());
    let came_in = Command::new(env!("CARGO_BIN_EXE_deti"))
        .args(["remind", "-"])
        .args(arguments)
        .stdin(std::fs::File::open(file).expect("the file"))
        .output()
        .expect("the command runs");
    assert_eq!(came_in.status.code(), Some(0));
    assert_eq!(came_in.stdout, planned.stdout);
    assert!(!came_in.stdout.is_empty());
}

#[test]
fn limits_of_a_file_stand_above_the_built_in_ones() {
    let folder = folder("limits");
    std::fs::write(folder.join("a.csv"), TABLE).expect("a file");
    let limits = "pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n[[limits]]\nfirst = 5\n\
                  [[limits]]\nplatform = \"taobao\"\nquiet = \"14:00-16:00\"\n";
    std::fs::write(folder.join("own.toml"), limits).expect("a file");
    let options = ["a.csv", "--now", "2026-11-06 15:00", "--settings", "own.toml"];
    says(
        &deti(&folder, &options),
        0,
        expect![[r#"
            等到 16:00  2847163950274170011  小鹿  加厚羽绒被 ¥329.00  (14:00-16:00 不打扰)
            等到 16:00  2847163950274170012  小马  枕头 ¥99.00  (14:00-16:00 不打扰)
            不催  2847163950274170013  小羊  毛巾 ¥59.00  (已付款)
            等到 16:00  2847163950274170014  小鹿  枕巾 ¥20.00  (14:00-16:00 不打扰)
            0 remind, 3 wait, 1 never
            a.csv:1: note: the columns 备注 are not taken
        "#]],
    );
    let wrong = limits.replace("first = 5", "second = 5").replace("14:00-16:00", "at night");
    std::fs::write(folder.join("own.toml"), wrong).expect("a file");
    says(
        &deti(&folder, &options),
        2,
        expect![[r#"
        own.toml:4: there is no limit `second`; there are: first, first_returning, first_promotion, promotion_days, gap, last, order_day, order_total, buyer_day, day, quiet, usual, contact, contact_today, unread, amount_least, amount_most, credited, closes, after_work, evening, morning, thinking, soon, complaint_days, keep_days, ask_first, ask_gap, ask_day, ask_total, ask_days
        own.toml:6: `quiet` is two times such as 22:00-08:00
    "#]],
    );
    let negative = limits.replace("first = 5", "first = -3");
    std::fs::write(folder.join("own.toml"), negative).expect("a file");
    says(
        &deti(&folder, &options),
        2,
        expect![[r#"
        own.toml:4: `first` is a whole number such as 20
    "#]],
    );
}

#[test]
fn what_cannot_be_taken_is_said_with_its_line_and_the_rest_is_planned() {
    let folder = folder("refused");
    let table = "\
单号,进度,金额,下单时间
1001,待付款,¥5,2026-11-06 10:00
,待付款,¥5,2026-11-06 10:00
2.84716E+18,待付款,¥5,2026-11-06 10:00
1002,待付款,¥5,昨天下午
1003,待付款,5,2026-11-06 10:00
1004,挂起,¥5,2026-11-06 10:00
";
    std::fs::write(folder.join("a.csv"), table).expect("a file");
    let now = ["--now", "2026-11-06 15:00"];
    says(
        &deti(&folder, &[&["a.csv"], &now[..]].concat()),
        2,
        expect![[r#"
        0 remind, 0 wait, 0 never
        a.csv:1: no row names the columns 订单编号 and 订单状态; name them, or map yours, such as `--column 单号=number --column 进度=status`
    "#]],
    );
    let mapped = ["a.csv", "--column", "单号=number", "--column", "进度=status"];
    says(
        &deti(&folder, &[&mapped, &now[..]].concat()),
        2,
        expect![[r#"
            催付  1001     ¥5  (该第 1 次提醒)
                waiting: no value for item
            催付  1003     5  (该第 1 次提醒)
                waiting: no value for item, amount
            不催  1004     ¥5  (看不懂订单状态)
            2 remind, 0 wait, 1 never
            a.csv:3: has no order number; fill in the column
            a.csv:4: the order number 2.84716E+18 has lost digits; format the column as text and export again
            a.csv:5: `昨天下午` is no moment; write it as 2026-11-06 14:50
            a.csv:6: note: the amount 5 has no currency that is known; a reminder cannot name it
            a.csv:7: note: the status 挂起 is not known; the order is taken and never reminded
        "#]],
    );
    let dry = ["--dry-run"];
    says(
        &deti(&folder, &[&mapped, &now[..], &dry[..]].concat()),
        2,
        expect![[r#"
        a.csv: 3 orders (no known export, UTF-8)
             2  new      1001  Unpaid 待付款   ¥5
             6  new      1003  Unpaid 待付款   5
             7  new      1004  Unknown 挂起   ¥5
             3  refused  has no order number; fill in the column
             4  refused  the order number 2.84716E+18 has lost digits; format the column as text and export again
             5  refused  `昨天下午` is no moment; write it as 2026-11-06 14:50
             6  note     the amount 5 has no currency that is known; a reminder cannot name it
             7  note     the status 挂起 is not known; the order is taken and never reminded
        3 new, 3 refused, 2 notes
    "#]],
    );
    says(
        &deti(&folder, &["none.csv"]),
        2,
        expect![[r#"
            0 remind, 0 wait, 0 never
            none.csv: cannot be read (No such file or directory (os error 2)); check the name
        "#]],
    );
    says(
        &deti(&folder, &["a.csv", "--now", "soon"]),
        2,
        expect![[r#"
        --now soon: write a moment such as "2026-11-06 15:00"
    "#]],
    );
    says(
        &deti(&folder, &["a.csv", "--zone", "8"]),
        2,
        expect![[r#"
        --zone 8: write how far the clock is from UTC, such as +08:00
    "#]],
    );
    // The platform by its own name or ours; another is said to be unknown, and planned.
    let count = |platform: &str| {
        let output = deti(&folder, &["a.csv", "--now", "2026-11-06 15:00", "--platform", platform]);
        String::from_utf8_lossy(&output.stderr)
            .lines()
            .filter(|it| it.contains("--platform"))
            .count()
    };
    assert_eq!(["taobao", "淘宝", "nowhere"].map(count), [0, 0, 1]);
    says(
        &deti(&folder, &["a.csv", "--column", "单号=nummer"]),
        2,
        expect![[r#"
        --column 单号=nummer: write the column's name, =, and one of: number, platform, buyer, key, item, amount, currency, created, closes, status, paid, contact, sent, said, tracking
    "#]],
    );
}

#[test]
fn json_lines_with_what_was_done_and_said_are_planned() {
    let folder = folder("lines");
    let lines = r#"{"order_no":"261106VX3CK8NM","platform":"shopee","buyer":"簡***","item":"洗髮精 2入","amount":480,"currency":"TWD","created_at":"2026-11-06T11:40:00+08:00","closes_at":"2026-11-09T11:40:00+08:00","status":"待付款","last_contact_at":"2026-11-06T11:55:00+08:00","nudges":[],"buyer_said":"信用卡一直刷不過 付款失敗"}
{"order_no":"301928472023","platform":"jd","buyer":"l***9","item":"显示器 27寸","amount":1099,"currency":"CNY","created_at":"2026-11-05T18:20:00+08:00","closes_at":"2026-11-07T18:20:00+08:00","status":"待付款","last_contact_at":"2026-11-06T12:40:00+08:00","nudges":["2026-11-06T08:05:00+08:00","2026-11-06T12:40:00+08:00"],"buyer_said":null}
not json
"#;
    std::fs::write(folder.join("a.jsonl"), lines).expect("a file");
    says(
        &deti(&folder, &["a.jsonl", "--now", "2026-11-06 15:00", "--script", "hant"]),
        2,
        expect![[r#"
            催付  261106VX3CK8NM  簡***  洗髮精 2入 NT$480  (该第 1 次提醒；11-09 11:40 关闭，页面未显示，未核实)
                您好，訂單 261106VX3CK8NM（金額NT$480）付款時頁面提示了什麼，方便告訴我嗎？也可以退出後從「我的訂單」重新打開，或在付款頁換一種付款方式再試。我來幫您看。若已不需要，請忽略。
            等到 11-07 16:50  301928472023  l***9  显示器 27寸 ¥1099  (最后一次留到 11-07 18:20 关闭之前；今天提醒过 2 次，今日上限；今天给这位买家提醒过 2 次，今日上限；2 小时 20 分钟前提醒过，间隔 3 小时；11-07 18:20 关闭，页面未显示，未核实)
            1 remind, 1 wait, 0 never
            a.jsonl:3: is no JSON object (expected ident at line 1 column 2); write one order a line
        "#]],
    );
}
