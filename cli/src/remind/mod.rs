//! `deti remind`: which unpaid orders of a file to remind now, and why not the
//! others. The same plan as in the panel.

mod words;

use std::collections::BTreeMap;
use std::io::{self, BufWriter, ErrorKind, Read as _, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, anyhow, bail};
use deti::desk::Packs;
use deti::order::{
    Buyers, Decision, Facts, History, Known, Order, Past, Planned, Reminder, Row, Sent, Tone,
    clock, parse, plan, platform_named, read_moment, values_for,
};
use deti::zone::Zone;
use deti_formats::{OrderColumn, OrdersHow, OrdersRead, Remark, read_orders};

use crate::args::RemindOptions;
use crate::source::Source;
use words::Sayer;

pub use words::Language;

/// The built-in packs about unpaid orders, in the order of their names.
const BUILT_IN: &[(&str, &str)] = &[
    ("packs/reminders/handbook.toml", include_str!("../../../packs/reminders/handbook.toml")),
    ("packs/reminders/limits.toml", include_str!("../../../packs/reminders/limits.toml")),
    ("packs/reminders/promises.toml", include_str!("../../../packs/reminders/promises.toml")),
    ("packs/reminders/said.toml", include_str!("../../../packs/reminders/said.toml")),
];

/// A row of a file, and which file it is of.
struct Placed<'a> {
    file: &'a Path,
    row: Row,
}

/// Runs the command.
pub fn run(options: &RemindOptions) -> Result<ExitCode> {
    let zone = zone(&options.zone)?;
    let now = now(options.now.as_deref(), &zone)?;
    let packs = packs(options.settings.as_deref())?;
    let columns = columns(&options.columns)?;
    let platform = options.platform.as_deref().map(platform).unwrap_or_default();
    let how = OrdersHow { platform: &platform, columns: &columns, zone: &zone, seen: now };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut rows = Vec::new();
    let mut refused = 0;
    for file in &options.files {
        let bytes = match bytes_of(file) {
            Ok(bytes) => bytes,
            // The other files are answered all the same.
            Err(error) => {
                eprintln!("{}: cannot be read ({error}); check the name", file.display());
                refused += 1;
                continue;
            }
        };
        let read = read_orders(&file.display().to_string(), &bytes, &how);
        refused += read.refused.len();
        if options.dry_run {
            quietly(dry_run(file, &read, &mut out))?;
        } else {
            read.refused.iter().for_each(|remark| complain(file, "", remark));
            read.notes.iter().for_each(|remark| complain(file, "note: ", remark));
        }
        rows.extend(read.rows.into_iter().map(|row| Placed { file, row }));
    }
    if !options.dry_run {
        let sayer = Sayer { language: options.language, zone: &zone, now };
        quietly(decide(options, &packs, &rows, &sayer, &mut out))?;
    }
    quietly(out.flush())?;
    Ok(ExitCode::from(if refused > 0 { 2 } else { 0 }))
}

/// What a file holds; `-` is what comes in.
fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    if file.as_os_str() != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The platform that the option names.
fn platform(named: &str) -> String {
    let (platform, known) = platform_named(named);
    if !known {
        eprintln!("--platform {named}: is not known; the limits for all platforms hold");
    }
    platform
}

/// Whoever reads may have read enough.
fn quietly(wrote: io::Result<()>) -> Result<()> {
    match wrote {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("the plan could not be written"),
    }
}

fn complain(file: &Path, kind: &str, remark: &Remark) {
    match remark.line {
        0 => eprintln!("{}: {kind}{}", file.display(), remark.message()),
        line => eprintln!("{}:{line}: {kind}{}", file.display(), remark.message()),
    }
}

/// What taking the file in would do, row by row.
fn dry_run(file: &Path, read: &OrdersRead, out: &mut impl Write) -> io::Result<()> {
    let platform = read.platform.unwrap_or("no known export");
    let encoding = read.encoding.map_or("workbook", |encoding| encoding.title());
    writeln!(out, "{}: {} orders ({platform}, {encoding})", file.display(), read.rows.len())?;
    for Row { line, order, .. } in &read.rows {
        let Order { number, item, amount_text, status_text, .. } = order;
        writeln!(
            out,
            "{line:>6}  new      {number}  {:?} {status_text}  {item} {amount_text}",
            order.status
        )?;
    }
    for remark in &read.refused {
        writeln!(out, "{:>6}  refused  {}", remark.line, remark.message())?;
    }
    for remark in &read.notes {
        writeln!(out, "{:>6}  note     {}", remark.line, remark.message())?;
    }
    writeln!(
        out,
        "{} new, {} refused, {} notes",
        read.rows.len(),
        read.refused.len(),
        read.notes.len()
    )
}

/// Plans all orders together and says what is decided, in the order of the files.
fn decide(
    options: &RemindOptions,
    packs: &Packs,
    rows: &[Placed<'_>],
    sayer: &Sayer<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut buyers = Buyers::new();
    let mut history = History::new();
    for Placed { row, .. } in rows {
        if let Some(id) = row.order.buyer_id() {
            let facts: &mut Facts = buyers.entry(id).or_default();
            facts.heard.extend(packs.ear.listen(&row.said, row.said_at()));
            facts.contact = facts.contact.max(row.contact.unwrap_or(0));
        }
        let past: &mut Past = history.entry(row.order.id()).or_default();
        for &at in &row.sent {
            if !past.sent.iter().any(|sent| sent.at == at) {
                past.sent.push(Sent { at, reminder: String::new() });
            }
        }
    }
    let orders: Vec<Order> = rows.iter().map(|placed| placed.row.order.clone()).collect();
    let known = Known {
        orders: &orders,
        buyers: &buyers,
        history: &history,
        settings: &packs.limits,
        zone: sayer.zone,
    };
    let planned = plan(known, sayer.now);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (placed, planned) in rows.iter().zip(&planned) {
        *counts.entry(name(planned.decision)).or_default() += 1;
        let reminder = reminder(options, packs, &placed.row.order, planned, sayer);
        if options.json {
            json(placed, planned, reminder, sayer, out)?;
        } else {
            plain(placed, planned, reminder, sayer, out)?;
        }
    }
    if !options.json {
        let count = |name| counts.get(name).copied().unwrap_or(0);
        let (remind, wait, never) = (count("remind"), count("wait"), count("never"));
        writeln!(out, "{remind} remind, {wait} wait, {never} never")?;
    }
    Ok(())
}

/// The words that fit, where a reminder is due: their id, and the words themselves
/// if no field is missing.
fn reminder<'a>(
    options: &RemindOptions,
    packs: &'a Packs,
    order: &Order,
    planned: &Planned,
    sayer: &Sayer<'_>,
) -> Option<(&'a str, Result<String, Vec<String>>)> {
    if planned.decision != Decision::Remind {
        return None;
    }
    let occasion = Reminder::occasion(order, planned);
    let reminder = Reminder::choose(&packs.reminders, planned.cause, occasion, Tone::default())?;
    let values = values_for(order, planned.others.len(), sayer.zone, sayer.now);
    let filled = reminder.fill(&values, options.script.script());
    let words = if filled.missing.is_empty() { Ok(filled.text) } else { Err(filled.missing) };
    Some((&reminder.id, words))
}

fn plain(
    Placed { row, .. }: &Placed<'_>,
    planned: &Planned,
    reminder: Option<(&str, Result<String, Vec<String>>)>,
    sayer: &Sayer<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let Order { number, buyer, item, amount_text, .. } = &row.order;
    let decision = sayer.decision(planned.decision);
    let reasons = sayer.reasons(&planned.reasons);
    writeln!(out, "{decision}  {number}  {}  {item} {amount_text}  ({reasons})", buyer.name)?;
    match reminder {
        Some((_, Ok(words))) => writeln!(out, "    {words}"),
        Some((id, Err(missing))) => {
            writeln!(out, "    {id}: no value for {}", missing.join(", "))
        }
        None => Ok(()),
    }
}

fn json(
    Placed { file, row }: &Placed<'_>,
    planned: &Planned,
    reminder: Option<(&str, Result<String, Vec<String>>)>,
    sayer: &Sayer<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let at = match planned.decision {
        Decision::Remind => Some(sayer.now),
        Decision::Wait { until } => until,
        Decision::Never => None,
    };
    let iso = |at: u64| iso(at, sayer.zone);
    let reply = reminder.as_ref().map(|(id, _)| *id);
    let (words, missing) = match reminder {
        Some((_, Ok(words))) => (Some(words), Vec::new()),
        Some((_, Err(missing))) => (None, missing),
        None => (None, Vec::new()),
    };
    let reasons: Vec<&str> = planned.reasons.iter().map(|reason| reason.slug()).collect();
    let answer = serde_json::json!({
        "order_no": row.order.number,
        "file": file.display().to_string(),
        "line": row.line,
        "decision": name(planned.decision),
        "at": at.map(iso),
        "reason": reasons.first(),
        "reasons": reasons,
        "words": sayer.reasons(&planned.reasons),
        "cause": planned.cause.name(),
        "closes": planned.closes.map(iso),
        "reply": reply,
        "reminder": words,
        "missing": missing,
    });
    writeln!(out, "{answer}")
}

fn name(decision: Decision) -> &'static str {
    match decision {
        Decision::Remind => "remind",
        Decision::Wait { .. } => "wait",
        Decision::Never => "never",
    }
}

/// A moment as other programs write it: `2026-11-06T14:50:00+08:00`.
fn iso(at: u64, zone: &Zone) -> String {
    let offset = zone.offset(at);
    let (sign, ahead) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
    format!(
        "{}T{}:{:02}{sign}{:02}:{:02}",
        zone.day(at),
        clock(zone.minute(at)),
        at / 1000 % 60,
        ahead / 60,
        ahead % 60
    )
}

/// The agent's clock: `+08:00`.
fn zone(text: &str) -> Result<Zone> {
    let read = || {
        let ahead = text.strip_prefix('+').map(|rest| (1, rest));
        let (sign, rest) = ahead.or_else(|| text.strip_prefix('-').map(|rest| (-1, rest)))?;
        let (hours, minutes) = rest.split_once(':')?;
        let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
        (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    };
    match read() {
        Some(minutes) => Ok(Zone::fixed(minutes)),
        None => bail!("--zone {text}: write how far the clock is from UTC, such as +08:00"),
    }
}

fn now(text: Option<&str>, zone: &Zone) -> Result<u64> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_millis());
    let clock = u64::try_from(clock).unwrap_or_default();
    let Some(text) = text else { return Ok(clock) };
    read_moment(text, clock, zone)
        .ok_or_else(|| anyhow!("--now {text}: write a moment such as \"2026-11-06 15:00\""))
}

/// The built-in packs, and over their limits those of a file.
fn packs(settings: Option<&Path>) -> Result<Packs> {
    let mut packs = Packs::default();
    for (name, text) in BUILT_IN {
        let (pack, problems) = parse(name, text);
        if let Some(problem) = problems.first() {
            bail!("{problem}");
        }
        packs.take_orders(pack);
    }
    if let Some(path) = settings {
        let source = Source::read(path).map_err(|message| anyhow!(message))?;
        let (pack, problems) = parse(&source.name, &source.text);
        if !problems.is_empty() {
            let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("{}", said.join("\n"));
        }
        packs.take_orders(pack);
    }
    Ok(packs)
}

/// Columns that somebody mapped: `进度=status`.
fn columns(mapped: &[String]) -> Result<Vec<(String, Option<OrderColumn>)>> {
    let read = |text: &String| {
        let (name, column) = text.rsplit_once('=')?;
        Some((name.trim().to_owned(), Some(OrderColumn::named(column.trim())?)))
    };
    mapped
        .iter()
        .map(|text| {
            read(text).ok_or_else(|| {
                let names: Vec<&str> = OrderColumn::names().collect();
                anyhow!(
                    "--column {text}: write the column's name, =, and one of: {}",
                    names.join(", ")
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::BUILT_IN;

    #[test]
    fn every_pack_about_unpaid_orders_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/reminders");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .expect("packs/reminders")
            .flatten()
            .map(|entry| format!("packs/reminders/{}", entry.file_name().to_string_lossy()))
            .collect();
        names.sort();
        assert_eq!(BUILT_IN.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
    }
}
