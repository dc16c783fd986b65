//! `cargo xtask fuzz`: made-up packs and drafts, for a bounded time.
//!
//! The programs are cargo-fuzz's kind, built here with the coverage that
//! libFuzzer is led by. Those are options of the stable compiler, so neither
//! cargo-fuzz nor a nightly toolchain is needed; a C++ compiler is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{house, needs};

/// What to fuzz, and for how long.
#[derive(clap::Args)]
pub struct Options {
    /// Only this target.
    #[arg(value_enum)]
    target: Option<Target>,
    /// How long each target runs.
    #[arg(long, default_value_t = 60, value_name = "N")]
    seconds: u32,
}

/// What is made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Target {
    /// Drafts, with and without a buyer's message.
    Drafts,
    /// Rule packs and shop files.
    Packs,
    /// Files of labelled drafts.
    Lines,
    /// Files of replies, in every format.
    Formats,
}

impl Target {
    const ALL: [Target; 4] = [Target::Drafts, Target::Packs, Target::Lines, Target::Formats];

    fn name(self) -> &'static str {
        match self {
            Target::Drafts => "drafts",
            Target::Packs => "packs",
            Target::Lines => "lines",
            Target::Formats => "formats",
        }
    }

    /// The longest input that is tried, in bytes.
    fn longest(self) -> u32 {
        match self {
            Target::Drafts => 600,
            Target::Packs => 3000,
            Target::Lines => 1000,
            Target::Formats => 2000,
        }
    }
}

/// What `cargo fuzz` gives the compiler, but for the sanitizer.
const COVERAGE: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "-Coverflow-checks",
];

/// Runs each target; an error if one has found something.
pub fn fuzz(options: &Options) -> Result<()> {
    let programs = build()?;
    let mut found = Vec::new();
    for target in Target::ALL {
        if options.target.is_none_or(|only| only == target) {
            println!("\n== {} for {} s", target.name(), options.seconds);
            if let Err(error) = run(&programs, target, options.seconds) {
                println!("{error:#}");
                found.push(target.name());
            }
        }
    }
    ensure!(
        found.is_empty(),
        "{} failed; the input is named above. Mend it, and keep the input in fuzz/seeds",
        found.join(", ")
    );
    Ok(())
}

/// Builds the targets and returns where they are.
fn build() -> Result<PathBuf> {
    needs::cpp_compiler()?;
    let version = house::ask(house::in_root("rustc").arg("-vV"))?;
    let triple = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc does not say what machine this is")?;
    let target = house::target()?.join("fuzz");
    // With a target named, build scripts and macros are not instrumented.
    house::call(
        house::cargo()
            .args(["build", "--quiet", "--locked", "--release", "--package", "deti-fuzz", "--bins"])
            .args(["--target", triple])
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\x1f")),
    )?;
    Ok(target.join(triple).join("release"))
}

/// Runs one target from its seeds and from what earlier runs have learnt.
fn run(programs: &Path, target: Target, seconds: u32) -> Result<()> {
    let name = target.name();
    let work = house::target()?.join("fuzz").join(name);
    let [learnt, found] = ["learnt", "found"].map(|folder| work.join(folder));
    for folder in [&learnt, &found] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let words = work.join("words.dict");
    fs::write(&words, dictionary()?)
        .with_context(|| format!("cannot write {}", words.display()))?;
    if target == Target::Drafts {
        corpus(&learnt)?;
    }
    house::call(
        house::in_root(programs.join(name))
            .args([&learnt, &house::at("fuzz/seeds").join(name)])
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={}", target.longest()))
            .arg(format!("-dict={}", words.display()))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .args(["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0"]),
    )
}

/// The drafts of the open corpus, a file each.
fn corpus(folder: &Path) -> Result<()> {
    let drafts = fs::read(house::at("tests/corpus/drafts.jsonl")).context("the corpus")?;
    for draft in deti_quality::read(&drafts).unwrap_or_default() {
        let file = folder.join(format!("{}.txt", draft.id));
        if !file.exists() {
            fs::write(&file, draft.text)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

/// The words that the packs are written in, in libFuzzer's spelling.
fn dictionary() -> Result<String> {
    let mut words = Vec::new();
    for entry in fs::read_dir(house::at("packs/rules")).context("packs/rules")? {
        let text = fs::read_to_string(entry?.path()).context("a pack")?;
        let quoted = text.split('"').skip(1).step_by(2).filter(|word| word.len() <= 24);
        words.extend(quoted.map(str::to_owned));
        let keys =
            text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.trim());
        words.extend(keys.filter(|key| key.len() <= 24).map(|key| format!("\n{key} = ")));
    }
    words.sort_unstable();
    words.dedup();
    let spelled = |word: &String| {
        let bytes: Vec<String> = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        format!("\"{}\"\n", bytes.concat())
    };
    Ok(words.iter().filter(|word| !word.is_empty()).map(spelled).collect())
}
