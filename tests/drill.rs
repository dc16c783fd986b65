//! Whole plays of the built-in drills: what was written, what the buyer
//! answers, how it ends and what it scores.

use std::sync::LazyLock;

use deti::drill::{Cues, Drill, Play, PointKind, Score, Turn, score};
use deti::rule::{Checker, Context, Finding, Pack};
use deti::shop::Shop;
use deti::text::Script;
use expect_test::{Expect, expect};

const CUES: &str = include_str!("../packs/drills/cues.toml");
const SNOW: &str = include_str!("../packs/drills/snow-strawberries.toml");
const SEED: u64 = 2;

fn cues() -> Cues {
    let (cues, problems) = Cues::parse("cues.toml", CUES);
    assert_eq!(problems, [], "the shared cues");
    cues
}

fn snow() -> Drill {
    let (drill, problems) = Drill::parse("snow-strawberries.toml", SNOW, &cues());
    assert_eq!(problems, [], "the drill");
    drill.expect("a drill without problems")
}

/// The live check with the built-in packs, as the sandbox has it.
fn checker() -> &'static Checker {
    static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/rules");
        let files = std::fs::read_dir(folder).expect("packs/rules").map(|entry| {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a pack");
            Pack::parse(&path.to_string_lossy(), &text).0
        });
        let packs: Vec<Pack> = files.collect();
        assert!(!packs.is_empty(), "there are rules to check with");
        Checker::new(&packs, &Shop::default()).0
    });
    &CHECKER
}

/// What the live rules find in a line, as an answer to the buyer's last one.
fn findings(line: &str, play: Option<&Play>) -> Vec<Finding> {
    let buyer = play.and_then(|play| {
        play.turns().iter().rev().find_map(|turn| match turn {
            Turn::Buyer(line) => Some(line.text.as_str()),
            Turn::Agent(_) => None,
        })
    });
    checker().check(line, &Context { buyer })
}

/// Something that an agent does.
enum Does {
    /// Writes this, so many seconds after the buyer's last line.
    Writes(u64, &'static str),
    /// Leaves for so many seconds.
    Leaves(u64),
}
use Does::{Leaves, Writes};

/// Plays a drill and prints the talk and the score sheet.
fn perform(script: Script, acts: &[Does]) -> (Play, Score, String) {
    let mut now = 1_000_000;
    let (mut play, opening) = Play::start(snow(), script, SEED, now);
    now += opening.last().map_or(0, |say| u64::from(say.after_ms));
    for act in acts {
        let (until, line) = match act {
            Writes(after, line) => (now + after * 1000, Some(line)),
            Leaves(seconds) => (now + seconds * 1000, None),
        };
        while let Some(at) = play.wake_at().filter(|at| *at <= until) {
            now = at + play.wait(at).last().map_or(0, |say| u64::from(say.after_ms));
        }
        now = now.max(until);
        if let Some(line) = line {
            let found = findings(line, Some(&play));
            let said = play.hear(line, &found, now);
            now += said.last().map_or(0, |say| u64::from(say.after_ms));
        }
    }
    let score = score(&play, now);
    let sheet = print(&play, &score);
    (play, score, sheet)
}

fn print(play: &Play, score: &Score) -> String {
    let mut lines = Vec::new();
    for turn in play.turns() {
        lines.push(match turn {
            Turn::Buyer(line) if line.into_silence => format!("(静) {}", line.text),
            Turn::Buyer(line) => format!("买家 {}", line.text),
            Turn::Agent(line) => {
                let heard: Vec<_> = line.heard.iter().map(|heard| heard.cue.as_str()).collect();
                format!("客服 {} [{}]", line.text, heard.join(" "))
            }
        });
    }
    lines.push(match play.ended() {
        Some(end) => format!("= {}, mood {}", if end.well { "well" } else { "badly" }, end.mood),
        None => format!("= goes on, mood {}", play.mood()),
    });
    for point in &score.points {
        let kind = match &point.kind {
            PointKind::Said { name } => name.en.clone(),
            PointKind::Finding { rule, .. } => rule.clone(),
            PointKind::Hurt { cue } => cue.clone(),
            PointKind::Wait { seconds, unsorry, .. } => {
                format!("waited {seconds} s{}", if *unsorry { ", no apology" } else { "" })
            }
            other => format!("{other:?}"),
        };
        let quote = point.quote.as_ref().map_or("-", |quote| match quote.found.as_str() {
            "" => quote.line.as_str(),
            found => found,
        });
        lines.push(format!("{:>3}/{:<2} {kind}: {quote}", point.earned, point.worth));
    }
    lines.push(format!("{} points\n", score.total));
    lines.join("\n")
}

fn check(acts: &[Does], expected: Expect) {
    expected.assert_eq(&perform(Script::Hans, acts).2);
}

#[test]
fn the_message_of_the_handbook_wins_her() {
    check(
        &[
            Writes(12, "您好，您先别着急，我马上为您核实"),
            Writes(
                25,
                "您买的草莓目前在沈阳中转场，当地这两天暴雪，快递小哥需要等道路畅通才能发车。我们已经和物流协商，优先为您派送，预计比原计划晚1天到达。为表歉意，给您申请了10元无门槛券，到货后如果有坏果，您拍照给我，我们全额赔付。",
            ),
        ],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 您好，您先别着急，我马上为您核实 [empathy greeting hold]
            买家 好，你快点，我等你查
            客服 您买的草莓目前在沈阳中转场，当地这两天暴雪，快递小哥需要等道路畅通才能发车。我们已经和物流协商，优先为您派送，预计比原计划晚1天到达。为表歉意，给您申请了10元无门槛券，到货后如果有坏果，您拍照给我，我们全额赔付。 [action apology cause compensation date guarantee place]
            买家 说得这么清楚我就放心了，谢谢你
            = well, mood 10
              5/5  Greeting: 您好
             15/15 EmpathyFirst: 您先别着急
              5/5  Where it is: 沈阳
             10/10 Why it is late: 暴雪
             15/15 What is being done: 优先为您派送
             15/15 The new arrival time: 晚1天
             10/10 A coupon as apology: 10元无门槛券
             10/10 A guarantee against spoilage: 坏果，您拍照给我，我们全额赔
             10/10 Truthful: 晚1天
              5/5  Ending: 说得这么清楚我就放心了，谢谢你
            100 points
        "#]],
    );
}

#[test]
fn piece_by_piece_is_well_too() {
    check(
        &[
            Writes(10, "您好，非常抱歉让您久等"),
            Writes(20, "草莓在沈阳中转场，那边暴雪封路，车停在场里"),
            Writes(20, "我已经联系物流，优先派送，预计比原计划晚1天"),
            Writes(15, "坏果您拍照给我，全额赔付，另外给您申请了10元券"),
        ],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 您好，非常抱歉让您久等 [apology greeting]
            买家 嗯，那到底怎么回事？东西在哪
            客服 草莓在沈阳中转场，那边暴雪封路，车停在场里 [cause place]
            买家 好吧，是天气。那你们怎么处理，几号能到？
            客服 我已经联系物流，优先派送，预计比原计划晚1天 [action date]
            买家 后天也行吧。可草莓经不起放，坏了算谁的？
            客服 坏果您拍照给我，全额赔付，另外给您申请了10元券 [compensation guarantee]
            买家 那我就放心了，你们比我还上心
            = well, mood 10
              5/5  Greeting: 您好
             15/15 EmpathyFirst: 抱歉
              5/5  Where it is: 沈阳
             10/10 Why it is late: 暴雪
             15/15 What is being done: 优先派送
             15/15 The new arrival time: 晚1天
             10/10 A coupon as apology: 10元券
             10/10 A guarantee against spoilage: 坏果您拍照给我，全额赔
             10/10 Truthful: 晚1天
              5/5  Ending: 那我就放心了，你们比我还上心
            100 points
        "#]],
    );
}

#[test]
fn a_brush_off_and_another_lose_her() {
    check(
        &[Writes(20, "亲，发货延迟，耐心等待"), Writes(20, "物流的事我们也没办法，您自己查一下")],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 亲，发货延迟，耐心等待 [brush-off]
            买家 又是等？等到什么时候，你倒是说个日子
            客服 物流的事我们也没办法，您自己查一下 [bad-tone brush-off hold]
            买家 行，我退款，也会去评价里说的
            = badly, mood 0
              0/5  Greeting: -
              0/15 EmpathyFirst: -
              0/5  Where it is: -
              0/10 Why it is late: -
              0/15 What is being done: -
              0/15 The new arrival time: -
              0/10 A coupon as apology: -
              0/10 A guarantee against spoilage: -
              0/10 Truthful: -
              0/5  Ending: 行，我退款，也会去评价里说的
             -5/0  delay-brush-off: 延迟，耐心
             -5/0  delay-brush-off: 物流的事我们也没办法，您自己查
             -5/0  ignorance: 您自己查一下
            0 points
        "#]],
    );
}

#[test]
fn a_promise_is_taken_at_its_word() {
    check(
        &[Writes(15, "您放心，保证明天到"), Writes(20, "好的，收到")],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 您放心，保证明天到 [promise]
            买家 你说的啊，我截图了。到不了怎么办？
            客服 好的，收到 []
            买家 好，那我就等明天。到不了我直接投诉
            = badly, mood 3
              0/5  Greeting: -
              0/15 EmpathyFirst: -
              0/5  Where it is: -
              0/10 Why it is late: -
              0/15 What is being done: -
              0/15 The new arrival time: -
              0/10 A coupon as apology: -
              0/10 A guarantee against spoilage: -
              0/10 Truthful: 保证明天到
              0/5  Ending: 好，那我就等明天。到不了我直接投诉
             -5/0  shipping-promise: 保证明天到
            0 points
        "#]],
    );
}

#[test]
fn the_truth_mends_a_promise() {
    check(
        &[
            Writes(15, "您好，保证明天一定到"),
            Writes(20, "抱歉，刚才说得不准。沈阳暴雪，预计比原计划晚1天到"),
            Writes(20, "已和物流协商优先派送，坏果拍照给我，全额赔付"),
        ],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 您好，保证明天一定到 [greeting promise]
            买家 你说的啊，我截图了。到不了怎么办？
            客服 抱歉，刚才说得不准。沈阳暴雪，预计比原计划晚1天到 [apology cause date place]
            买家 所以刚才是哄我的。行吧，说实话就好。那坏了怎么办？
            客服 已和物流协商优先派送，坏果拍照给我，全额赔付 [action guarantee]
            买家 行，这样我就踏实了，谢谢啊
            = well, mood 8
              5/5  Greeting: 您好
             15/15 EmpathyFirst: 抱歉
              5/5  Where it is: 沈阳
             10/10 Why it is late: 暴雪
             15/15 What is being done: 优先派送
             15/15 The new arrival time: 晚1天
              0/10 A coupon as apology: -
             10/10 A guarantee against spoilage: 坏果拍照给我，全额赔
              0/10 Truthful: 保证明天一定到
              5/5  Ending: 行，这样我就踏实了，谢谢啊
             -5/0  shipping-promise: 保证明天一定到
            75 points
        "#]],
    );
}

#[test]
fn silence_loses_her() {
    check(
        &[Leaves(300)],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            (静) 人呢？
            (静) 没人管是吗？再不回我就退款了
            买家 行，我退款，也会去评价里说的
            = badly, mood 1
              0/5  Greeting: -
              0/15 EmpathyFirst: -
              0/5  Where it is: -
              0/10 Why it is late: -
              0/15 What is being done: -
              0/15 The new arrival time: -
              0/10 A coupon as apology: -
              0/10 A guarantee against spoilage: -
              0/10 Truthful: -
              0/5  Ending: 行，我退款，也会去评价里说的
            -10/0  waited 304 s, no apology: -
            0 points
        "#]],
    );
}

#[test]
fn a_moment_asked_for_buys_time_once() {
    check(
        &[
            Writes(10, "您好，您稍等，我马上为您核实"),
            Leaves(80),
            Writes(5, "您再稍等，我再查一下"),
            Leaves(200),
        ],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 您好，您稍等，我马上为您核实 [greeting hold]
            买家 好，你快点，我等你查
            客服 您再稍等，我再查一下 [hold]
            买家 好，你快点，我等你查
            (静) 人呢？
            (静) 没人管是吗？再不回我就退款了
            买家 行，我退款，也会去评价里说的
            = badly, mood 1
              5/5  Greeting: 您好
              0/15 EmpathyFirst: -
              0/5  Where it is: -
              0/10 Why it is late: -
              0/15 What is being done: -
              0/15 The new arrival time: -
              0/10 A coupon as apology: -
              0/10 A guarantee against spoilage: -
              0/10 Truthful: -
              0/5  Ending: 行，我退款，也会去评价里说的
            -10/0  waited 200 s, no apology: -
            0 points
        "#]],
    );
}

#[test]
fn facts_without_a_kind_word() {
    check(
        &[
            Writes(30, "沈阳暴雪，预计晚1天"),
            Writes(30, "已经联系物流优先派送，坏果全额赔付"),
            Writes(130, "知道了"),
        ],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 沈阳暴雪，预计晚1天 [cause date place]
            买家 下雪我理解。可是多压一天，坏了怎么办？
            客服 已经联系物流优先派送，坏果全额赔付 [action guarantee]
            买家 赔是应该的吧。从头到尾一句抱歉都没有
            (静) 行吧，下次不在你家买了
            买家 行，我退款，也会去评价里说的
            = badly, mood 6
              0/5  Greeting: -
              0/15 EmpathyFirst: 暴雪
              5/5  Where it is: 沈阳
             10/10 Why it is late: 暴雪
             15/15 What is being done: 优先派送
             15/15 The new arrival time: 晚1天
              0/10 A coupon as apology: -
             10/10 A guarantee against spoilage: 坏果全额赔
             10/10 Truthful: 晚1天
              0/5  Ending: 行，我退款，也会去评价里说的
             -5/0  waited 130 s: -
            60 points
        "#]],
    );
}

#[test]
fn bad_tone_then_nothing_better() {
    check(
        &[Writes(20, "急什么，正在查"), Writes(20, "说了多少遍了")],
        expect![[r#"
            买家 在吗
            买家 我的草莓怎么还没到？物流一天没动了
            买家 明天孩子生日要用的
            客服 急什么，正在查 [bad-tone]
            买家 你这是什么态度？我花钱买气受吗
            客服 说了多少遍了 [bad-tone]
            买家 行，我退款，也会去评价里说的
            = badly, mood 0
              0/5  Greeting: -
              0/15 EmpathyFirst: -
              0/5  Where it is: -
              0/10 Why it is late: -
              0/15 What is being done: -
              0/15 The new arrival time: -
              0/10 A coupon as apology: -
              0/10 A guarantee against spoilage: -
              0/10 Truthful: -
              0/5  Ending: 行，我退款，也会去评价里说的
             -5/0  impatience: 急什么
             -5/0  impatience: 说了多少遍了
            0 points
        "#]],
    );
}

#[test]
fn a_traditional_play() {
    let acts = [
        Writes(10, "您好，非常抱歉讓您久等，我理解您著急"),
        Writes(
            20,
            "草莓在瀋陽轉運中心，當地暴雪。我已聯繫物流優先配送，預計晚1天到，壞果拍照給我，全額賠付",
        ),
    ];
    expect![[r#"
        买家 在嗎
        买家 我的草莓怎麼還沒到？物流一天沒動了
        买家 明天小孩生日要用的
        客服 您好，非常抱歉讓您久等，我理解您著急 [apology empathy greeting]
        买家 嗯，那到底怎麼回事？東西在哪
        客服 草莓在瀋陽轉運中心，當地暴雪。我已聯繫物流優先配送，預計晚1天到，壞果拍照給我，全額賠付 [action cause date guarantee place]
        买家 說得這麼清楚我就放心了，謝謝你
        = well, mood 10
          5/5  Greeting: 您好
         15/15 EmpathyFirst: 抱歉
          5/5  Where it is: 瀋陽
         10/10 Why it is late: 暴雪
         15/15 What is being done: 優先配送
         15/15 The new arrival time: 晚1天
          0/10 A coupon as apology: -
         10/10 A guarantee against spoilage: 壞果拍照給我，全額賠
         10/10 Truthful: 晚1天
          5/5  Ending: 說得這麼清楚我就放心了，謝謝你
        90 points
    "#]].assert_eq(&perform(Script::Hant, &acts).2);
}

#[test]
fn the_same_seed_plays_the_same() {
    let acts = || [Writes(20, "您好"), Writes(9, "稍等"), Leaves(400)];
    assert_eq!(perform(Script::Hans, &acts()).2, perform(Script::Hans, &acts()).2);
}

#[test]
fn nothing_is_said_after_the_end() {
    let (mut play, ..) = perform(Script::Hans, &[Leaves(300)]);
    assert!(play.ended().is_some());
    assert_eq!(play.wake_at(), None);
    assert_eq!(play.hear("您好", &[], 9_000_000), []);
    assert_eq!(play.wait(9_999_999), []);
}

#[test]
fn a_finding_costs_points_and_shows_the_rewrite() {
    let (_, score, _) = perform(Script::Hans, &[Writes(10, "您好，加我微信发您优惠")]);
    let point = score.points.iter().find(|point| point.earned == -10).expect("a deduction");
    assert!(
        matches!(&point.kind, PointKind::Finding { rule, .. } if rule == "off-platform-contact")
    );
    assert!(point.quote.as_ref().is_some_and(|quote| quote.line.contains(&quote.found)));
    let better = point.better.as_deref().expect("a rewrite");
    assert_eq!(findings(better, None), [], "{better}");
}

#[test]
fn every_better_line_says_what_it_stands_for() {
    let cues = cues();
    let drill = snow();
    for line in [&drill.greeting, &drill.empathy] {
        assert_eq!(findings(&line.hans, None), [], "{}", line.hans);
        assert_eq!(findings(&line.hant, None), [], "{}", line.hant);
    }
    for ask in &drill.asks {
        for better in [&ask.better.hans, &ask.better.hant] {
            if ask.cue != "place" {
                let heard = cues.hear(better, &[]);
                assert!(heard.iter().any(|heard| heard.cue == ask.cue), "{}: {better}", ask.cue);
            }
            assert_eq!(findings(better, None), [], "{better}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_drill_is_said_by_line() {
    let broken = SNOW
        .replacen("go = \"upset\"", "go = \"upsett\"", 1)
        .replacen("any = [\"hold\"]", "any = [\"holt\"]", 1)
        .replacen("mood = 4", "mood = 40", 1)
        .replacen("hits = [\"草莓在沈阳中转场\"", "hits = [\"草莓在哈尔滨\"", 1);
    let unknown = format!("colour = 1\n{SNOW}");
    let unread = SNOW.replacen("version = \"0.1.0\"", "version = ", 1);
    let report = |toml: &str| {
        let (drill, problems) = Drill::parse("snow.toml", toml, &cues());
        assert!(drill.is_none());
        let line = |p: &deti::pack::Problem| format!("{}:{}: {}\n", p.file, p.line, p.message);
        problems.iter().map(line).collect::<String>()
    };
    expect![[r#"
        snow.toml:117: `place` is not found in its own sentence
        snow.toml:35: a mood at the start is from 1 to 10
        snow.toml:127: there is no state `upsett`
        snow.toml:190: the cue `holt` is not defined
        --
        snow.toml:1: unknown field `colour`, expected one of `id`, `version`, `source`, `title`, `brief`, `buyer`, `opening`, `order`, `waits`, `cues`, `feels`, `asks`, `greeting`, `empathy`, `always`, `states`
        --
        snow.toml:5: string values must be quoted, expected literal string
    "#]].assert_eq(&format!("{}--\n{}--\n{}", report(&broken), report(&unknown), report(&unread)));
}
