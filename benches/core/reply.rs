//! Finding replies among thousands.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use deti::reply::{Index, Query};

use crate::shelf::{TYPED, keys, replies};

/// Preparing the index, one key of an agent's typing, and single queries.
pub fn reply(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reply");
    group.sample_size(20);
    let replies = replies(5_000);
    group.bench_function("prepare 5000", |bencher| {
        bencher.iter(|| black_box(Index::new(&replies)));
    });
    let index = Index::new(&replies);
    let found = |typed: &str| black_box(index.search(&Query::read(typed), |_| true));
    let keys = keys();
    let mut key = keys.iter().cycle();
    group.bench_function("a key among 5000", |bencher| {
        bencher.iter(|| key.next().map(|typed| found(typed)));
    });
    for typed in TYPED {
        group.bench_function(BenchmarkId::new("find among 5000", typed), |bencher| {
            bencher.iter(|| found(typed));
        });
    }
}
