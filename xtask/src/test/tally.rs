//! Counts what passed and what failed, over every runner.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result};

use crate::house;

/// What passed and what failed so far.
#[derive(Debug, Default)]
pub struct Tally {
    passed: u32,
    failed: u32,
    /// The names of the checks that failed, for the end.
    failures: Vec<String>,
}

impl Tally {
    /// Runs one check, says how it went, and returns whether it passed.
    pub fn check(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = run();
        let seconds = start.elapsed().as_secs_f64();
        match &outcome {
            Ok(()) => {
                self.passed += 1;
                println!("{name}: passed in {seconds:.1} s");
            }
            Err(error) => {
                self.failed += 1;
                self.failures.push(name.to_owned());
                println!("{name}: failed after {seconds:.1} s: {error:#}");
            }
        }
        outcome.is_ok()
    }

    /// Runs a test runner whose printed lines `count` can read, each as
    /// `(passed, failed)`. A runner that counts nothing, or that fails though
    /// no test did, counts as one failure.
    pub fn runner(
        &mut self,
        name: &str,
        command: &mut Command,
        count: impl Fn(&str) -> Option<(u32, u32)>,
    ) {
        println!("\n== {name}");
        let start = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        let ended = lines(command, |line| {
            println!("{line}");
            if let Some((more_passed, more_failed)) = count(line) {
                passed += more_passed;
                failed += more_failed;
            }
        });
        if let Err(error) = &ended {
            println!("{name}: {error:#}");
        }
        if failed == 0 && (passed == 0 || ended.is_err()) {
            failed = 1;
        }
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.failures.push(name.to_owned());
        }
        println!(
            "{name}: {passed} passed, {failed} failed in {:.1} s",
            start.elapsed().as_secs_f64()
        );
    }

    /// The line of totals; an error if anything failed.
    pub fn finish(self) -> Result<()> {
        println!();
        if !self.failures.is_empty() {
            println!("failed: {}", self.failures.join(", "));
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 {
            std::process::exit(1);
        }
        Ok(())
    }
}

/// Runs a command and hands on its output line by line.
fn lines(command: &mut Command, mut line: impl FnMut(&str)) -> Result<()> {
    let text = house::line(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {text}"))?;
    if let Some(output) = child.stdout.take() {
        for read in BufReader::new(output).split(b'\n') {
            line(String::from_utf8_lossy(&read?).trim_end());
        }
    }
    let status = child.wait()?;
    anyhow::ensure!(status.success(), "{text} ended with {status}");
    Ok(())
}
