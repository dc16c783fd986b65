//! What is said about a line of a file.
//!
//! There is one table of everything that can be said: its key, by which an
//! interface finds its own words, and the sentence in English, whose gaps the
//! values fill in their order.

/// Something about a line, said so that whoever has the file can mend it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Remark {
    /// The line, or the row of a sheet, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What it says, for whoever says it in another language.
    pub says: Says,
    /// What stands in the sentence's gaps.
    pub values: Vec<String>,
}

impl Remark {
    /// What is wrong and what to do, in English.
    pub fn message(&self) -> String {
        let mut values = self.values.iter();
        let mut parts = self.says.english().split("{}");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |said, part| said + values.next().map_or("", String::as_str) + part)
    }
}

impl Says {
    /// Whether it is of a row that has no words which could be missed.
    pub fn is_of_no_words(self) -> bool {
        matches!(self, Self::NoBody | Self::NoReplace | Self::OnlyPicture)
    }
}

macro_rules! says {
    ($($name:ident $key:literal $english:literal;)*) => {
        /// What a remark can say.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
        pub enum Says {
            $(#[doc = $english] #[serde(rename = $key)] $name,)*
        }

        impl Says {
            /// Everything that can be said.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key of an interface's own words.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The sentence, with a `{}` for each value.
            pub const fn english(self) -> &'static str {
                match self { $(Self::$name => $english,)* }
            }
        }
    };
}

says! {
    TooLong "too_long" "is longer than {} MiB; split it";
    OldWorkbook "old_workbook" "is an old workbook (.xls); save it as .xlsx";
    ManyRows "many_rows" "has more than {} rows in a sheet; split it";
    NoText "no_text" "is no text; choose the file that the other tool exported";
    BadBytes "bad_bytes" "has bytes that are no characters; save the file as UTF-8";
    Empty "empty" "is empty; choose another file";
    NoSheet "no_sheet" "has no filled sheet; choose another file";
    BadWorkbook "bad_workbook" "{}; save it again as .xlsx";
    OtherSheet "other_sheet" "the sheet {} ({} rows) is not taken; put it into a file of its own";
    NotQianniu "not_qianniu" "does not begin with `{}`; export it again from 千牛";
    NoQianniuHeader "no_qianniu_header" "its third line does not name the columns (分组,快捷编码,…); export it again";
    QianniuData "qianniu_data" "the column 程序数据 is 千牛's own and is not taken";
    NotKeehoo "not_keehoo" "does not begin with `{}`; write that first";
    NotTextBlaze "not_text_blaze" "{}; choose the file that Text Blaze exported";
    NotEspanso "not_espanso" "{}; choose a match file of Espanso";
    NoMatches "no_matches" "has no `matches`; choose a match file of Espanso";
    NotPack "not_pack" "{}";
    NoReplies "no_replies" "has no [[reply]]; choose a pack of replies";
    NoRows "no_rows" "has no replies; choose a file that has some";
    NotOfPack "not_of_pack" "`{}` is nothing that a pack of replies has";
    BadFolder "bad_folder" "a folder is not as Text Blaze has it: {}";
    BadSnippet "bad_snippet" "a snippet is not as Text Blaze has it: {}";
    BadMatch "bad_match" "a match is not as Espanso has it: {}; write words in quotes";
    Imports "imports" "imports {}; convert these files too";
    FewColumns "few_columns" "has too few columns; write {}";
    ManyCommas "many_commas" "has more commas than columns; those in the middle are taken as words";
    ManyCells "many_cells" "has more cells than the header has columns; those beyond are not taken";
    OtherColumns "other_columns" "the columns {} are not taken";
    SameColumns "same_columns" "the columns {} mean the same; of them the first that says something counts";
    GuessedColumns "guessed_columns" "no line names the columns; they are taken as {}";
    OpenQuote "open_quote" "opens a quotation mark that is never closed, so everything after it would be one cell; close it, or double it if it is meant";
    NoDay "no_day" "`{}` is no day; write it as 2026-11-08";
    NoBody "no_body" "says nothing; write the reply's words";
    NoReplace "no_replace" "says nothing; give it a `replace`";
    FormattedMatch "formatted_match" "has formatted words only; give it a plain `replace`";
    FormattedSnippet "formatted_snippet" "has formatted words only; make it a plain text snippet first";
    OnlyPicture "only_picture" "is only a picture ({}), which Deti does not hold";
    PictureLeft "picture_left" "the picture {} is not taken, the words are";
    AskedFor "asked_for" "Espanso fills in {} by itself; here the agent is asked for it";
    DateForm "date_form" "the date {} is written here as month and day; if the rest matters, look at it";
    FoundByTitle "found_by_title" "is found by a pattern in Espanso; here by its title";
    Invisible "invisible" "has signs that nobody sees, or that turn the words around; they are left out";
    NoOrderHeader "no_order_header" "no row names the columns 订单编号 and 订单状态; name them, or map yours, such as `--column 单号=number --column 进度=status`";
    BeforeHeader "before_header" "stands before the row that names the columns, and is not taken";
    NoJson "no_json" "is no JSON object ({}); write one order a line";
    NoNumber "no_number" "has no order number; fill in the column";
    NotNumber "not_number" "`{}` is no order number, which has four digits at least; if it is a sum, leave it";
    RoundedNumber "rounded_number" "the order number {} has lost digits; format the column as text and export again";
    PaidAfterAll "paid_after_all" "{}, and yet there is a time of payment; taken as paid";
    NoStatus "no_status" "has no status; the order is taken and never reminded";
    UnknownStatus "unknown_status" "the status {} is not known; the order is taken and never reminded";
    NoMoment "no_moment" "`{}` is no moment; write it as 2026-11-06 14:50";
    ToCome "to_come" "`{}` is still to come, and no order is placed then; correct it";
    NoPlatform "no_platform" "the platform {} is not known; the reply is offered on a console of that name alone";
    UnknownPlatform "unknown_platform" "the platform {} is not known; the limits for all platforms hold for it";
    Nothing "nothing" "the amount {} is none that is to be paid; the order is taken without one";
    NoCurrency "no_currency" "the amount {} has no currency that is known; a reminder cannot name it";
    SameOrder "same_order" "is of the same order as line {}; taken together";
    OtherAmount "other_amount" "has another amount than line {}; the order is taken without one";
    OtherStatus "other_status" "has another status than line {}; this one counts";
    NoCommand "no_command" "Deti has no word for {}; it stands as it is, so look at it";
}
