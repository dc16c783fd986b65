//! How long loading the packs and one check take, on this machine.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program that prints")]
use deti::rule::{Checker, Context, Pack};
use std::time::Instant;
fn main() {
    let names = ["words", "contact", "money", "order", "promise", "manner"];
    let texts: Vec<_> = names
        .iter()
        .map(|n| std::fs::read_to_string(format!("packs/rules/{n}.toml")).unwrap())
        .collect();
    for _ in 0..3 {
        let t = Instant::now();
        let packs: Vec<_> = texts.iter().map(|x| Pack::parse("x", x).0).collect();
        let a = t.elapsed();
        let (c, _) = Checker::new(&packs, &Default::default());
        println!("parse {a:?} total {:?}", t.elapsed());
        let corpus = std::fs::read_to_string("tests/corpus/drafts.jsonl").unwrap();
        let drafts: Vec<String> = corpus
            .lines()
            .map(|l| {
                serde_json::from_str::<serde_json::Value>(l).unwrap()["text"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let chars: usize = drafts.iter().map(|d| d.chars().count()).sum();
        let t = Instant::now();
        for d in &drafts {
            std::hint::black_box(c.check(d, &Context::default()));
        }
        let e = t.elapsed();
        println!(
            "{} drafts {} chars {:?}: {:.1} us per 200 chars",
            drafts.len(),
            chars,
            e,
            e.as_secs_f64() * 1e6 * 200.0 / chars as f64
        );
        let long: Vec<&String> = drafts.iter().filter(|d| d.chars().count() > 180).collect();
        let t = Instant::now();
        for d in &long {
            std::hint::black_box(c.check(d, &Context::default()));
        }
        println!("long {} {:?} each", long.len(), t.elapsed() / long.len() as u32);
    }
}
