//! Reading packs and compiling them.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use deti::rule::{Checker, Pack};
use deti::shop::Shop;

use crate::text::{PACKS, built_in, list, phrases};

/// From text to packs, from packs to a checker, from phrases to a checker.
pub fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    group.sample_size(20);
    group.bench_function("the built-in packs' text", |bencher| {
        bencher.iter(|| PACKS.map(|(name, text)| black_box(Pack::parse(name, text).0)));
    });
    let packs = built_in();
    group.bench_function("the built-in packs", |bencher| {
        bencher.iter(|| black_box(Checker::new(&packs, &Shop::default()).0));
    });
    for count in [1_000, 10_000, 50_000] {
        let phrases = phrases(count);
        group.bench_function(BenchmarkId::new("phrases", count), |bencher| {
            bencher.iter(|| black_box(Checker::new(&[list(&phrases)], &Shop::default()).0));
        });
    }
}
