//! Checking, folding and rewriting drafts.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use deti::rule::{Checker, Context, Pack, Scratch};
use deti::shop::Shop;
use deti::text::fold;

use crate::text::{built_in, drafts, list, phrases};

const LENGTHS: [usize; 3] = [50, 200, 500];

/// A check as the browser asks for it: UTF-16 in, numbers out.
pub fn check(criterion: &mut Criterion) {
    let with = |packs: Vec<Pack>| Checker::new(&packs, &Shop::default()).0;
    let generated = || list(&phrases(10_000));
    let both = built_in().into_iter().chain([generated()]).collect();
    for (name, checker) in [
        ("built-in packs", with(built_in())),
        ("10,000 phrases", with(vec![generated()])),
        ("built-in packs and 10,000 phrases", with(both)),
    ] {
        let mut group = criterion.benchmark_group(format!("check, {name}"));
        for length in LENGTHS {
            let drafts: Vec<Vec<u16>> =
                drafts(length).iter().map(|draft| draft.encode_utf16().collect()).collect();
            group.throughput(Throughput::Elements(length as u64));
            let mut scratch = Scratch::default();
            let mut numbers = Vec::new();
            let mut turn = drafts.iter().cycle();
            group.bench_function(BenchmarkId::from_parameter(length), |bencher| {
                bencher.iter(|| {
                    let draft = turn.next().map_or(&[][..], Vec::as_slice);
                    numbers.clear();
                    checker.scan_utf16(draft, &Context::default(), &mut scratch, &mut numbers);
                    black_box(numbers.len())
                });
            });
        }
    }
}

/// "Fix all".
pub fn rewrite(criterion: &mut Criterion) {
    let (checker, _) = Checker::new(&built_in(), &Shop::default());
    let mut group = criterion.benchmark_group("rewrite");
    for length in LENGTHS {
        let drafts = drafts(length);
        let mut turn = drafts.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(length), |bencher| {
            bencher.iter(|| {
                let draft = turn.next().map_or("", String::as_str);
                black_box(checker.rewrite(draft, &Context::default()).edits.len())
            });
        });
    }
}

/// Folding alone.
pub fn folding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fold");
    for length in LENGTHS {
        let drafts = drafts(length);
        group.throughput(Throughput::Elements(length as u64));
        let mut turn = drafts.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(length), |bencher| {
            bencher.iter(|| black_box(fold(turn.next().map_or("", String::as_str))));
        });
    }
}
