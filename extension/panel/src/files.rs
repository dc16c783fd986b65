//! Files of replies and of orders: read and written by a module of its own, which is fetched
//! when the first file comes, so that nobody else waits for it.

use deti::order::{Amount, Buyer, Order, Row as OrderRow, Source, Sources, Status};
use deti::reply::{Reply, Row};
use deti_web::{Failure, download};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::word;

/// The formats that can be written, and what they are called.
pub(crate) const FORMATS: [(&str, &str); 7] = [
    ("pack", word::FORMAT_PACK),
    ("excel", word::FORMAT_EXCEL),
    ("csv", word::FORMAT_CSV),
    ("qianniu", word::FORMAT_QIANNIU),
    ("keehoo", word::FORMAT_KEEHOO),
    ("text-blaze", word::FORMAT_TEXT_BLAZE),
    ("espanso", word::FORMAT_ESPANSO),
];

/// A file that was read, beside what the library will make of its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Incoming {
    /// The file's name.
    pub name: String,
    /// The format that it was read as, by the reader's name.
    pub format: String,
    /// The encoding, for who wonders about strange characters.
    pub encoding: String,
    /// Lines that cannot be taken.
    pub refused: Vec<Remark>,
    /// What was taken otherwise.
    pub notes: Vec<Remark>,
}

/// A file of orders that was read, beside what the book will make of its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct IncomingOrders {
    /// The file; its format is the platform that its header tells.
    pub file: Incoming,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column of a file of orders.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Column {
    /// Its name, as the file has it.
    pub name: String,
    /// The beginning of its first cell.
    pub sample: String,
    /// What it is taken for.
    pub is: Option<String>,
}

/// What the agent said of columns: their names, and what they hold if anything.
pub(crate) type Mapping = Vec<(String, Option<String>)>;

/// How a file of orders is to be read.
#[derive(Serialize)]
pub(crate) struct OrdersHow<'a> {
    /// What columns hold that the agent mapped.
    pub columns: &'a Mapping,
    /// The agent's clock: its offset, and from when on it has another one.
    pub zone: (i32, Vec<(u64, i32)>),
    /// The moment.
    pub now: u64,
}

/// Something about a line of a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Remark {
    /// The line, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What it says, as the words of the interface name it.
    pub says: String,
    /// What stands in the gaps of that.
    pub values: Vec<String>,
}

/// A file that is too long to be one of replies is not even fetched into memory.
const LONGEST: f64 = 16.0 * 1024.0 * 1024.0;

#[derive(Deserialize)]
struct Read {
    format: Option<String>,
    encoding: Option<String>,
    rows: Vec<ReadRow>,
    refused: Vec<Remark>,
    notes: Vec<Remark>,
}

#[derive(Deserialize)]
struct ReadRow {
    line: usize,
    reply: Reply,
}

#[derive(Deserialize)]
struct ReadOrders {
    platform: Option<String>,
    encoding: Option<String>,
    columns: Vec<Column>,
    rows: Vec<ReadOrder>,
    refused: Vec<Remark>,
    notes: Vec<Remark>,
}

/// A row of orders as it crosses from the module. Moments are in milliseconds since
/// the epoch.
#[derive(Deserialize)]
struct ReadOrder {
    line: usize,
    number: String,
    platform: String,
    buyer: String,
    key: String,
    status: String,
    item: String,
    amount: String,
    created: Option<u64>,
    created_text: String,
    closes: Option<u64>,
    closes_text: String,
    tracking: String,
    sent: Vec<u64>,
    contact: Option<u64>,
    said: String,
}

impl ReadOrder {
    fn row(self, seen: u64) -> OrderRow {
        let Self { line, sent, contact, said, .. } = self;
        let order = Order {
            number: self.number,
            platform: self.platform,
            buyer: Buyer { key: self.key, name: self.buyer },
            status: Status::of(&self.status),
            status_text: self.status,
            item: self.item,
            amount: Amount::read(&self.amount),
            amount_text: self.amount,
            created: self.created,
            created_text: self.created_text,
            closes: self.closes,
            closes_text: self.closes_text,
            tracking: self.tracking,
            seen,
            from: Sources::all(Source::File),
        };
        OrderRow { line, order, sent, contact, said }
    }
}

#[derive(Deserialize)]
struct Written {
    extension: String,
    losses: Vec<Loss>,
}

/// What a format could not hold of some replies.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Loss {
    /// What it is, as the words of the interface name it.
    pub what: String,
    /// How many replies have it.
    pub replies: usize,
    /// Which it is, where it has names.
    pub names: Vec<String>,
}

/// The module that reads and writes, as the document's script fetches it.
pub(crate) struct Formats(Function);

impl Formats {
    /// `fetch` answers with the module, always the same one.
    pub(crate) fn new(fetch: Function) -> Self {
        Self(fetch)
    }

    /// Reads a file that the agent chose.
    pub(crate) async fn read(&self, file: &File) -> Result<(Incoming, Vec<Row>), Failure> {
        let name = file.name();
        let doing = format!("reading {name}");
        let bytes = bytes(file, &doing).await?;
        let read = self.call(&doing, "read", &[&bytes, &name.as_str().into()]).await?;
        let read: Read = serde_wasm_bindgen::from_value(read)
            .map_err(|error| Failure::new(&doing, error.to_string()))?;
        let incoming = Incoming {
            name,
            format: read.format.unwrap_or_default(),
            encoding: read.encoding.unwrap_or_default(),
            refused: read.refused,
            notes: read.notes,
        };
        let rows = read.rows.into_iter().map(|row| Row { line: row.line, reply: row.reply });
        Ok((incoming, rows.collect()))
    }

    /// Reads a file of orders.
    pub(crate) async fn read_orders(
        &self,
        file: &File,
        how: &OrdersHow<'_>,
    ) -> Result<(IncomingOrders, Vec<OrderRow>), Failure> {
        let name = file.name();
        let doing = format!("reading {name}");
        let failed = |error: serde_wasm_bindgen::Error| Failure::new(&doing, error.to_string());
        let bytes = bytes(file, &doing).await?;
        // What it says was so when it was written, and not only when it is read.
        let written = file.last_modified();
        let as_of = if written > 0.0 { (written as u64).min(how.now) } else { how.now };
        let asked = how.serialize(&Serializer::json_compatible()).map_err(failed)?;
        let read = [&bytes, &name.as_str().into(), &asked];
        let read = self.call(&doing, "read_orders", &read).await?;
        let read: ReadOrders = serde_wasm_bindgen::from_value(read).map_err(failed)?;
        let file = Incoming {
            name,
            format: read.platform.unwrap_or_default(),
            encoding: read.encoding.unwrap_or_default(),
            refused: read.refused,
            notes: read.notes,
        };
        let rows = read.rows.into_iter().map(|row| row.row(as_of)).collect();
        Ok((IncomingOrders { file, columns: read.columns }, rows))
    }

    /// Offers the replies as a file, with the words of those beside them where the
    /// format has no other way; tells what this format cannot hold.
    pub(crate) async fn write(
        &self,
        replies: &[Reply],
        beside: &[Reply],
        format: &str,
    ) -> Result<Vec<Loss>, Failure> {
        #[derive(Serialize)]
        struct Wanted<'a> {
            format: &'a str,
            beside: &'a [Reply],
        }
        let doing = "writing a file of replies";
        let failed = |error: serde_wasm_bindgen::Error| Failure::new(doing, error.to_string());
        let plain = Serializer::json_compatible();
        let replies = replies.serialize(&plain).map_err(failed)?;
        let wanted = Wanted { format, beside }.serialize(&plain).map_err(failed)?;
        let file = self.call(doing, "write", &[&replies, &wanted]).await?;
        let bytes = Reflect::get(&file, &"bytes".into())
            .ok()
            .and_then(|it| it.dyn_into::<Uint8Array>().ok())
            .ok_or_else(|| Failure::new(doing, "no bytes"))?;
        let written: Written = serde_wasm_bindgen::from_value(file).map_err(failed)?;
        download::bytes(&format!("deti-replies.{}", written.extension), &bytes)?;
        // What stands behind an apostrophe is all there.
        Ok(written.losses.into_iter().filter(|loss| loss.what != "formula").collect())
    }

    async fn call(
        &self,
        doing: &str,
        name: &str,
        arguments: &[&JsValue],
    ) -> Result<JsValue, Failure> {
        let thrown = |it: JsValue| Failure::thrown(doing, &it);
        let fetched = self.0.call0(&JsValue::NULL).map_err(thrown)?;
        let module = JsFuture::from(fetched.unchecked_into::<Promise>()).await.map_err(thrown)?;
        let function = Reflect::get(&module, &name.into()).map_err(thrown)?;
        let function: &Function =
            function.dyn_ref().ok_or_else(|| Failure::new(doing, "the module cannot do that"))?;
        let arguments: js_sys::Array = arguments.iter().copied().collect();
        function.apply(&module, &arguments).map_err(thrown)
    }
}

/// What is in a file.
async fn bytes(file: &File, doing: &str) -> Result<JsValue, Failure> {
    if file.size() > LONGEST {
        return Err(Failure::new(doing, "it is longer than 16 MiB; split it"));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|it| Failure::thrown(doing, &it))?;
    Ok(Uint8Array::new(&buffer).into())
}
