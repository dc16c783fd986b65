//! Which replies answer which requirement of the seeds, so that none is
//! forgotten: every row is answered, and every reply answers a row.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect;

/// Requirements of the catalogue that words can answer: what is asked for, and
/// the replies that say it.
const ANSWERED: &[(&str, &str, &str)] = &[
    // Handbook, sensitive words (001 一).
    ("R040", "an invoice is always given", "invoice invoice-data invoice-company"),
    ("R041", "finance posts it within one month", "invoice invoice-when"),
    ("R042", "the postage is ours", "invoice invoice-again invoice-change"),
    ("R043", "which way of paying is asked about", "pay-which"),
    ("R044", "an answer for each way of paying", "pay-card pay-wechat pay-cod pay-friend"),
    ("R045", "no cashback for reviews, said gently", "review-activity review-none"),
    ("R046", "the review activity is explained", "review-activity"),
    ("R047-R049", "our own brand, genuine", "authentic original genuine-code"),
    ("R050-R051", "instalments: the bank knows", "instalment instalment-huabei"),
    // How to speak (001 二).
    ("R052", "an answer at once", "here moment noted"),
    ("R053", "the need, further", "ask-need need-clothes need-food need-appliance ask-detail"),
    ("R057", "the customer's doubts", "doubt price-why size-between unpaid-doubt"),
    ("R058", "as 您, by name", "greeting name-greeting"),
    ("R059", "sorry first", "apology sorry-instead not-possible"),
    ("R063-R064", "finding out instead of not knowing", "ask-colleague moment"),
    ("R065", "comparing instead of leaving alone", "compare recommend"),
    ("R068-R070", "no, said with another way", "price not-possible"),
    ("R071", "a place that cannot be reached", "unreachable"),
    ("R073", "unanswered buyers", "missed back offline"),
    ("R074", "a message for who is away", "offline left-message off-hours"),
    (
        "R075",
        "emoticons",
        "emo-hello emo-morning emo-ok emo-wait emo-thanks emo-sorry emo-parcel emo-gift emo-like emo-face",
    ),
    ("R076", "needs of each kind of goods", "need-skin need-child size open-question"),
    ("R080", "today, hedged", "ship-time ship-soon ship-cutoff"),
    ("R081-R082", "tomorrow and for sure, hedged", "no-guarantee urge arrive"),
    ("R083", "whoever waits is told so", "queue check-stockroom busy"),
    ("R085", "a mistake is put right", "wrong-message"),
    ("R087-R088", "a lively tone", "emo-understand emo-bye emo-night emo-bow"),
    ("R089", "warmth", "welcome-back morning evening good-night"),
    ("R091", "the customer's own mind", "think-over unpaid-stop"),
    ("R094-R095", "listening", "restate calm open-question"),
    // What must not be said, and what is said instead (001 三).
    ("R097", "the buyer's data", "privacy privacy-other"),
    ("R098", "an order is closed when asked", "cancel-confirm cancel-yourself"),
    ("R099", "ways that work", "pay-credit pay-huabei pay-quick pay-yuebao"),
    ("R100", "an invoice is never refused", "invoice invoice-amount invoice-electronic"),
    ("R101", "the telephone and nothing else", "telephone stay-here"),
    ("R103", "seven days", "seven-day return-postage refund-only past-window"),
    ("R104-R105", "payment stays inside", "pay-inside fraud"),
    ("R106", "no payment on delivery", "pay-cod"),
    ("R107", "free shipping", "free-shipping postage"),
    ("R108", "when it leaves and arrives", "eta arrive remote"),
    ("R110", "what is on sale is shipped", "stock restock presell oversold"),
    ("R111", "no pressure", "calm-platform bad-review"),
    ("R112", "the bank's own people", "instalment-bank"),
    // Duties of the front desk (001, 000).
    ("R006", "what comes suddenly", "holding notice"),
    ("R007", "the promotion of the day", "offer-now offer-soon gift-with live-price limit"),
    ("R020", "each promotion's own words", "offer-ends offer-over coupon-get coupon-trouble"),
    (
        "R029",
        "what the goods are",
        "selling-points material how-to-use specification origin report",
    ),
    ("R030", "from the need to the order", "order-steps discount-sum deposit price-changed"),
    ("R031", "good customers, inside the platform", "follow-shop old-friend members"),
    ("R032", "what goes with it", "go-with bundle bulk present"),
    ("R034", "the order's remark", "remark together"),
    ("R035", "unpaid orders", "unpaid unpaid-steps unpaid-edit unpaid-closes unpaid-doubt"),
    ("R036", "who asked and did not order", "follow-up asked-before asked-price back-in-stock"),
    ("R114", "the first impression", "greeting welcome-back name-greeting"),
    ("R117", "patient and quick", "noted is-it-clear"),
    ("R118", "an upset buyer and a late parcel", "calm-parcel"),
    ("R120-R122", "the order's data, twice", "ask-order confirm-order record-request check-digits"),
    ("R121", "the address, twice", "address-check address change-variant"),
    ("R123", "four families of questions", "stock progress address exchange"),
    ("R124", "does it fit", "compatible"),
    ("R126", "something beyond the answer", "care install first-use"),
    ("R127", "the wrong accessory", "wrong-accessory"),
    ("R128", "lost, faulty, late", "lost faulty delay-short missing wrong-item damaged-box"),
    ("R130", "understanding first", "calm-quality calm-wait apology"),
    ("R131", "a way out, soon", "deadline two-plans"),
    ("R132", "a complaint about the courier", "courier-rude sorry-coupon"),
    ("R133", "after the complaint", "closing thanks thanks-patience"),
    ("R134", "payment and stock that fail", "pay-failed pay-limit pay-pending pay-twice oversold"),
    ("R136", "told before asking", "direct-contact risk-news shipped"),
    ("R137", "a rush, told early", "busy rush-ship holiday"),
    ("R138", "cause, action, time", "delay-short delay-weather"),
    ("R139", "news at a good moment", "new-arrival festival"),
    ("R140-R141", "by history and interest", "recommend-again interest"),
    ("R151", "other departments", "to-stockroom to-finance hand-over next-shift"),
    ("R152", "a failure, in detail", "to-technicians"),
    // After-sales (002).
    ("R159-R160", "one sentence more than a link", "track-yourself progress"),
    ("R161", "preheating, gifts, e-invoices", "preheat return-gift invoice-electronic"),
    ("R163", "a timer at eight in the morning", "timer"),
    ("R164", "pilling is not a snag", "pilling snag"),
    ("R165", "a comparison from daily life", "gps analogy"),
    ("R166", "answer, reason, alternative", "kettle other-use"),
    ("R167-R168", "a parcel that stands still", "stuck signed-missing customs to-courier"),
    ("R169", "the delay notice and its six slots", "delay delay-fresh"),
    ("R170-R171", "in step, before the buyer chases", "progress-news risk-news"),
    ("R173-R174", "cause, action, expected date", "shortage delay-weather"),
    (
        "R175",
        "complicated things made simple",
        "repair exchange return-tracking refund-when refund-where",
    ),
    (
        "R176",
        "packaging, insurance, wrong address",
        "return-packaging return-insurance return-misaddressed",
    ),
    ("R177", "step 1: the need", "return-1"),
    ("R178", "step 2: the conditions", "return-2"),
    ("R179", "step 3: the way", "return-3"),
    ("R180", "step 4: the calm", "return-4"),
    ("R181", "hand in hand", "return-photos"),
    ("R183", "the feeling first", "calm calm-scolded calm-child calm-occasion calm-price"),
    ("R186", "venting", "calm calm-again"),
    ("R187", "why", "calm-why"),
    ("R188", "what now", "calm-amends calm-limit"),
    ("R189-R190", "a body that suffers", "allergy allergy-next"),
    ("R192", "number, batch, time, symptom", "verify record ask-photo"),
    (
        "R193",
        "settled and followed",
        "solved complaint-check refund-check exchange-sent repair-news",
    ),
    // Quality of service, departments (003, 004).
    ("R200", "sure that it was understood", "is-it-clear anything-else"),
    ("R206", "said back", "restate"),
    ("R208", "the model apology", "apology"),
    ("R209", "exchange and a coupon", "free-exchange exchange-size colour-differs calm-fault"),
    ("R210-R211", "a day, and news of changes", "eta appointment split"),
    ("R215", "a deadline", "deadline"),
    ("R216", "at night", "off-hours"),
    ("R217-R218", "what a buyer can do alone", "track-yourself cancel-yourself pick-up"),
    ("R222", "outage, delay, faulty batch", "outage pay-outage restored area-delay batch recall"),
    ("R223", "notice, contact, compensation", "notice direct-contact compensation"),
    ("R229", "what buyers tell us", "thanks-advice"),
    ("R232", "a step up", "supervisor hand-over to-supervisor"),
    ("R234", "follow-up", "signed-care progress-news"),
    ("R244", "orders and deliveries", "which-courier address-late large-item inspect"),
    ("R246", "refund, return, exchange", "refund-only return-tracking spoiled warranty"),
    ("R247", "were you content", "survey review-invite"),
    ("R250", "prices and their rules", "price-protection price-error colour stockroom-down"),
];

#[test]
fn every_requirement_is_answered_and_every_reply_answers_one() {
    let stock = super::stock();
    let known: BTreeSet<&str> = stock.replies.iter().map(|reply| reply.id.as_str()).collect();
    let mut wrong = String::new();
    let mut answers = BTreeSet::new();
    for (requirement, asked, replies) in ANSWERED {
        for reply in replies.split(' ') {
            if !known.contains(reply) {
                writeln!(wrong, "{requirement} ({asked}): there is no reply `{reply}`").unwrap();
            }
            answers.insert(reply);
        }
    }
    for reply in known.difference(&answers) {
        writeln!(wrong, "`{reply}` answers no requirement").unwrap();
    }
    expect![[""]].assert_eq(&wrong);
}

#[test]
fn folders_hold_what_an_agent_looks_for_there() {
    let stock = super::stock();
    let mut folders: Vec<(&str, &str, usize)> = Vec::new();
    for reply in &stock.replies {
        let (hans, hant) = (&*reply.folder.hans, &*reply.folder.hant);
        match folders.iter_mut().find(|folder| folder.0 == hans) {
            Some(folder) => {
                assert_eq!(folder.1, hant, "{}: one folder, one name", reply.id);
                folder.2 += 1;
            }
            None => folders.push((hans, hant, 1)),
        }
    }
    let table: String =
        folders.iter().map(|(hans, hant, count)| format!("{hans} {hant} {count}\n")).collect();
    expect![[r#"
        日常 日常 32
        安抚 安撫 22
        跟进 跟進 25
        支付发票 支付發票 27
        售前 售前 46
        物流 物流 33
        售后 售後 42
        促销 促銷 17
        应急 應急 14
        表情 表情 14
        交接 交接 5
    "#]]
    .assert_eq(&table);
}

#[test]
fn what_finds_a_reply_finds_one_reply() {
    let stock = super::stock();
    let (mut titles, mut abbreviations) = (BTreeSet::new(), BTreeSet::new());
    for reply in &stock.replies {
        let id = &reply.id;
        assert!(titles.insert(&reply.title.hans), "{id}: a second reply has this title");
        assert!(titles.insert(&reply.title.hant) || reply.title.hans == reply.title.hant, "{id}");
        let short = &reply.abbreviation;
        let typed = short.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        assert!(typed && (2..=5).contains(&short.len()), "{id}: `{short}` is typed in two to five");
        assert!(abbreviations.insert(short), "{id}: a second reply has the abbreviation `{short}`");
        assert!(!reply.pinyin.is_empty() && !reply.tags.is_empty(), "{id}: pinyin and tags");
    }
}
