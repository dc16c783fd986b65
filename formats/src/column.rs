//! Which column of a table holds what.

use deti::text::simplify;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Folder,
    FolderHant,
    Title,
    TitleHant,
    Pinyin,
    Abbreviation,
    Tags,
    Body,
    BodyHant,
    Platforms,
    From,
    Until,
    Updated,
    Source,
    Picture,
}

use Column::{
    Abbreviation, Body, BodyHant, Folder, FolderHant, From, Id, Picture, Pinyin, Platforms, Source,
    Tags, Title, TitleHant, Until, Updated,
};

/// The columns that are written, in order, with the names that head them.
pub(crate) const WRITTEN: [(Column, &str); 15] = [
    (Folder, "文件夹"),
    (Title, "标题"),
    (Abbreviation, "缩写"),
    (Body, "内容"),
    (Tags, "标签"),
    (FolderHant, "繁体文件夹"),
    (TitleHant, "繁体标题"),
    (BodyHant, "繁体内容"),
    (Platforms, "平台"),
    (From, "开始日期"),
    (Until, "结束日期"),
    (Updated, "更新日期"),
    (Source, "来源"),
    (Pinyin, "拼音"),
    (Id, "编号"),
];

/// Names of columns, simplified and in small letters.
const NAMES: &[(Column, &[&str])] = &[
    (
        Folder,
        &[
            "文件夹",
            "分组",
            "分类",
            "类别",
            "目录",
            "组别",
            "资料夹",
            "folder",
            "group",
            "category",
        ],
    ),
    (FolderHant, &["繁体文件夹", "繁体分组", "繁体分类", "folder_hant", "folderhant"]),
    (Title, &["标题", "名称", "主题", "title", "name", "label", "subject"]),
    (TitleHant, &["繁体标题", "title_hant", "titlehant"]),
    (Pinyin, &["拼音", "pinyin"]),
    (
        Abbreviation,
        &[
            "缩写",
            "简拼",
            "快捷编码",
            "快捷码",
            "快捷键",
            "快捷词",
            "编码",
            "代码",
            "abbreviation",
            "shortcut",
            "code",
            "trigger",
            "keyword",
            "abbr",
        ],
    ),
    (Tags, &["标签", "关键词", "关键字", "tags", "tag", "keywords", "labels"]),
    (
        Body,
        &[
            "内容",
            "话术",
            "话术内容",
            "正文",
            "回复",
            "回复内容",
            "答案",
            "回答",
            "文本",
            "快捷短语",
            "短语",
            "短语内容",
            "快捷短语内容",
            "快捷回复",
            "常用语",
            "消息",
            "简体内容",
            "content",
            "body",
            "text",
            "reply",
            "message",
            "answer",
            "phrase",
            "snippet",
            "replace",
        ],
    ),
    (BodyHant, &["繁体内容", "繁体话术", "繁体", "body_hant", "bodyhant"]),
    (Platforms, &["平台", "platforms", "platform"]),
    (From, &["开始日期", "生效日期", "开始时间", "生效时间", "valid_from", "from", "start"]),
    (
        Until,
        &[
            "结束日期",
            "失效日期",
            "截止日期",
            "结束时间",
            "截止时间",
            "valid_until",
            "until",
            "end",
        ],
    ),
    (Updated, &["更新日期", "修改日期", "更新时间", "修改时间", "updated", "modified"]),
    (Source, &["来源", "出处", "source"]),
    (Picture, &["图片", "图片名", "图片路径", "图片地址", "image", "picture"]),
    (Id, &["编号", "id"]),
];

/// The column that a cell of a header names.
fn named(cell: &str) -> Option<Column> {
    let cell = simplify(cell).to_lowercase();
    let short = cell.split(['(', '（', '[', '【']).next().unwrap_or_default();
    let name: String = short.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

/// What each column holds, and the names of those that nothing is known of.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub columns: Vec<Option<Column>>,
    pub unknown: Vec<String>,
}

impl Header {
    /// A row as a header: it names the words, and it names something else or is
    /// all there is.
    pub fn of(cells: &[String]) -> Option<Self> {
        let mut header = Self::default();
        for cell in cells {
            let column = named(cell).filter(|column| !header.columns.contains(&Some(*column)));
            if column.is_none() && !cell.trim().is_empty() {
                header.unknown.push(cell.trim().to_owned());
            }
            header.columns.push(column);
        }
        let known = header.columns.iter().flatten().count();
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let words = header.columns.iter().flatten().any(|it| matches!(it, Body | BodyHant));
        (words && (known > 1 || filled == 1)).then_some(header)
    }

    /// What columns without a header hold, by how many there are.
    pub fn guessed(count: usize) -> Self {
        let columns: &[Column] = match count {
            0 | 1 => &[Body],
            2 => &[Title, Body],
            3 => &[Folder, Title, Body],
            _ => &[Folder, Title, Body, Abbreviation],
        };
        Self { columns: columns.iter().copied().map(Some).collect(), unknown: Vec::new() }
    }

    /// The columns in words, for whoever has to check a guess.
    pub fn told(&self) -> String {
        let name = |column: &Option<Column>| {
            let written = WRITTEN.iter().find(|(known, _)| Some(*known) == *column);
            written.map_or("-", |(_, name)| name)
        };
        self.columns.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}
