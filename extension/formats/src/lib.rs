//! Files of replies and of orders in the browser: a module of its own, which the panel loads
//! when somebody imports or exports, so that nobody else waits for it.
//!
//! Values cross as plain objects, in serde's shape. A row is `{line, reply}`,
//! where the reply is the core's own record of one.

use deti::reply::Reply;
use deti::text::Script;
use deti::zone::Zone;
use deti_formats::{Encoding, Format, How, Loss, OrderColumn, OrdersHow, Remark};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// What a file says, as an object.
#[derive(Serialize)]
struct Read<'a> {
    format: Option<Format>,
    encoding: Option<Encoding>,
    rows: Vec<Row<'a>>,
    refused: &'a [Remark],
    notes: &'a [Remark],
}

#[derive(Serialize)]
struct Row<'a> {
    line: usize,
    reply: &'a Reply,
}

/// What is to be written: the name of a format, that of a script where the
/// format holds one, and replies whose words those that are written take in.
#[derive(Deserialize)]
struct Wanted {
    format: Format,
    #[serde(default)]
    script: WantedScript,
    encoding: Option<Encoding>,
    #[serde(default)]
    beside: Vec<Reply>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WantedScript {
    #[default]
    Hans,
    Hant,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(with = "bytes")]
    bytes: &'a [u8],
    extension: &'static str,
    encoding: Option<Encoding>,
    losses: &'a [Loss],
}

/// Bytes cross as an array of bytes, not as a list of numbers.
mod bytes {
    pub fn serialize<S: serde::Serializer>(
        bytes: &&[u8],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }
}

/// Reads a file by its name and its bytes:
/// `{format, encoding, rows: [{line, reply}], refused, notes}`. A format may be
/// named where the file does not say it.
///
/// # Errors
///
/// If the format has a name that there is not.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str, format: Option<String>) -> Result<JsValue, JsError> {
    let format = match format {
        Some(name) => Some(Format::named(&name).ok_or_else(|| JsError::new("no such format"))?),
        None => None,
    };
    let read = deti_formats::read(name, bytes, format);
    let rows = read.rows.iter().map(|row| Row { line: row.line, reply: &row.reply }).collect();
    object(&Read {
        format: read.format,
        encoding: read.encoding,
        rows,
        refused: &read.refused,
        notes: &read.notes,
    })
}

/// Writes replies: `{format, script?, encoding?, beside?}` says how; what comes is
/// `{bytes, extension, encoding, losses}`.
///
/// # Errors
///
/// If what is handed over are no replies, or how they are wanted is not known.
#[wasm_bindgen]
pub fn write(replies: JsValue, wanted: JsValue) -> Result<JsValue, JsError> {
    let replies: Vec<Reply> = serde_wasm_bindgen::from_value(replies)?;
    let wanted: Wanted = serde_wasm_bindgen::from_value(wanted)?;
    let script = match wanted.script {
        WantedScript::Hans => Script::Hans,
        WantedScript::Hant => Script::Hant,
    };
    let how = How { script, encoding: wanted.encoding, beside: &wanted.beside };
    let written = deti_formats::write(wanted.format, &replies, how);
    object(&Written {
        bytes: &written.bytes,
        extension: wanted.format.extension(),
        encoding: written.encoding,
        losses: &written.losses,
    })
}

/// How a file of orders is to be read: what the agent said of columns, her clock, and
/// the moment.
#[derive(Deserialize)]
struct WantedOrders {
    columns: Vec<(String, Option<String>)>,
    zone: (i32, Vec<(u64, i32)>),
    now: u64,
}

/// What a file of orders says, as an object.
#[derive(Serialize)]
struct Orders<'a> {
    platform: Option<&'a str>,
    encoding: Option<Encoding>,
    columns: Vec<Column<'a>>,
    rows: Vec<OrderRow<'a>>,
    refused: &'a [Remark],
    notes: &'a [Remark],
}

#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    sample: &'a str,
    is: Option<&'a str>,
}

/// An order as its texts and moments; what they mean is the core's to say again.
#[derive(Serialize)]
struct OrderRow<'a> {
    line: usize,
    number: &'a str,
    platform: &'a str,
    buyer: &'a str,
    key: &'a str,
    status: &'a str,
    item: &'a str,
    amount: &'a str,
    created: Option<u64>,
    created_text: &'a str,
    closes: Option<u64>,
    closes_text: &'a str,
    tracking: &'a str,
    sent: &'a [u64],
    contact: Option<u64>,
    said: &'a str,
}

/// Reads a file of orders:
/// `{platform, encoding, columns: [{name, sample, is}], rows, refused, notes}`.
///
/// # Errors
///
/// If it is not said how, or a column is to be something that there is not.
#[wasm_bindgen]
pub fn read_orders(bytes: &[u8], name: &str, how: JsValue) -> Result<JsValue, JsError> {
    let WantedOrders { columns, zone: (first, changes), now } =
        serde_wasm_bindgen::from_value(how)?;
    let column = |(name, is): (String, Option<String>)| match is {
        None => Ok((name, None)),
        Some(is) => match OrderColumn::named(&is) {
            Some(column) => Ok((name, Some(column))),
            None => Err(JsError::new("no such column")),
        },
    };
    let columns = columns.into_iter().map(column).collect::<Result<Vec<_>, _>>()?;
    let zone = Zone::new(first, changes);
    let how = OrdersHow { platform: "", columns: &columns, zone: &zone, seen: now };
    let read = deti_formats::read_orders(name, bytes, &how);
    let rows = read.rows.iter().map(|row| {
        let order = &row.order;
        OrderRow {
            line: row.line,
            number: &order.number,
            platform: &order.platform,
            buyer: &order.buyer.name,
            key: &order.buyer.key,
            status: &order.status_text,
            item: &order.item,
            amount: &order.amount_text,
            created: order.created,
            created_text: &order.created_text,
            closes: order.closes,
            closes_text: &order.closes_text,
            tracking: &order.tracking,
            sent: &row.sent,
            contact: row.contact,
            said: &row.said,
        }
    });
    let columns = read.columns.iter().map(|column| Column {
        name: &column.name,
        sample: &column.sample,
        is: column.is.map(OrderColumn::name),
    });
    object(&Orders {
        platform: read.platform,
        encoding: read.encoding,
        columns: columns.collect(),
        rows: rows.collect(),
        refused: &read.refused,
        notes: &read.notes,
    })
}

fn object(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    Ok(value.serialize(&serializer)?)
}
