//! Generates records and edits as people write them.
//!
//! Everything derives from a seed, so that a failure can be reproduced here and in `fuzz/`.

use toml::Value;

use crate::model::{KeyPath, PathStep};
use crate::record::{Item, Op, patch};

/// A pseudo-random generator.
pub(crate) struct SplitMix(pub u64);

impl SplitMix {
    pub fn roll(&mut self, sides: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn one_of<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.roll(of.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// Generates records. Each of their comments is different.
pub(crate) struct RecordGenerator {
    pub dice: SplitMix,
    pub comments: usize,
}

impl RecordGenerator {
    pub fn new(seed: u64, first_comment: usize) -> Self {
        Self { dice: SplitMix(seed), comments: first_comment }
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        let words = self.dice.one_of(&["", " why", " x = \"[[payments]]\" { ,", " \"\"\" '"]);
        format!("#<{}>{words}", self.comments)
    }

    /// Blank lines and comments between two lines.
    fn between(&mut self) -> String {
        match self.dice.roll(9) {
            0 => "\n".to_owned(),
            1 => format!("{}\n", self.comment()),
            2 => format!("\n{}\n\n", self.comment()),
            3 => format!("  {}\n{}\n", self.comment(), self.comment()),
            _ => String::new(),
        }
    }

    /// A line `key = value`.
    fn line(&mut self, key: &str, value: &str) -> String {
        let (indent, before) = (self.dice.one_of(&["", "", "", "  "]), self.dice.one_of(&[" ", " ", "", "   ", "\t"]));
        let after = self.dice.one_of(&[" ", " ", "", "  "]);
        let end = if self.dice.chance(20) { format!("  {}", self.comment()) } else { String::new() };
        format!("{}{indent}{key}{before}={after}{value}{end}\n", self.between())
    }

    fn spelled(&mut self, words: &str) -> String {
        match self.dice.roll(6) {
            0 => format!("'{words}'"),
            1 => format!("\"\"\"\n{words}\n# no comment\n[x]\n\"\"\""),
            2 => format!("'''{words}'''"),
            _ => format!("\"{words}\""),
        }
    }

    /// A list in brackets, on one line or several.
    fn list(&mut self, items: &[String]) -> String {
        let mut out = "[".to_owned();
        let lines = self.dice.chance(40);
        for (n, item) in items.iter().enumerate() {
            let comma = if n + 1 < items.len() || (lines && self.dice.chance(50)) { "," } else { "" };
            if lines {
                if self.dice.chance(20) {
                    out.push_str(&format!("\n  {}", self.comment()));
                }
                let end = if self.dice.chance(30) { format!(" {}", self.comment()) } else { String::new() };
                out.push_str(&format!("\n  {item}{comma}{end}"));
            } else {
                out.push_str(&format!("{item}{comma}{}", if comma.is_empty() { "" } else { " " }));
            }
        }
        out.push_str(if lines { "\n]" } else { "]" });
        out
    }

    /// A list of entries: as an array of tables, or inline.
    fn entries(&mut self, name: &str, entries: &[Vec<(&str, String)>], brackets: bool) -> String {
        if brackets {
            let items: Vec<String> = entries.iter().map(|entry| inline(entry)).collect();
            let list = self.list(&items);
            return self.line(name, &list);
        }
        let mut out = String::new();
        for entry in entries {
            let end = if self.dice.chance(15) { format!(" {}", self.comment()) } else { String::new() };
            let blank = if self.dice.chance(70) { "\n" } else { "" };
            out.push_str(&format!("{blank}{}[[{name}]]{end}\n", self.between()));
            for (key, value) in entry {
                out.push_str(&self.line(key, value));
            }
            out.push_str(&self.between());
        }
        out
    }

    /// A convention, using all the syntax of TOML.
    pub fn convention(&mut self) -> String {
        let mut text = self.between();
        let title = self.spelled("T");
        text.push_str(&self.line("title", &title));
        text.push_str(&self.line("kind", "\"partnership\""));
        let parties = self.list(&["\"pau\"".to_owned(), "'anct'".to_owned()]);
        text.push_str(&self.line("parties", &parties));
        if self.dice.chance(50) {
            text.push_str(&self.line("decided", "2020-09-11"));
        }
        let table =
            [("every", "\"6 months\"".to_owned()), ("organiser", "\"pau\"".to_owned()), ("article", self.spelled("2"))];
        let style = self.dice.roll(4);
        match style {
            0 => text.push_str(&self.line("committee", &inline(&table))),
            1 => table.iter().for_each(|(key, value)| text.push_str(&self.line(&format!("committee.{key}"), value))),
            _ => {}
        }
        let payments = self.payments();
        let in_brackets = self.dice.chance(25);
        if in_brackets {
            text.push_str(&self.entries("payments", &payments, true));
        }
        text.push_str(&self.contributions());
        if style == 2 {
            text.push_str(&format!("\n{}[committee]\n", self.between()));
            table.iter().for_each(|(key, value)| text.push_str(&self.line(key, value)));
        }
        text.push_str(&self.obligations());
        if !in_brackets {
            text.push_str(&self.entries("payments", &payments, false));
        }
        text.push_str(&self.between());
        self.with_variations(&text)
    }

    /// Varies line endings, the byte order mark, and the newline at the end of the file.
    fn with_variations(&mut self, text: &str) -> String {
        let text = if self.dice.chance(15) { text.trim_end() } else { text };
        let text = if self.dice.chance(20) { text.replace('\n', "\r\n") } else { text.to_owned() };
        if self.dice.chance(10) { format!("\u{feff}{text}") } else { text }
    }

    fn payments(&mut self) -> Vec<Vec<(&'static str, String)>> {
        let count = self.dice.roll(4);
        let payment = |n: usize| {
            vec![
                ("on", format!("2021-0{}-05", n + 1)),
                ("amount", format!("{}", 5000 + n)),
                ("contribution", "\"pau\"".to_owned()),
                ("reference", format!("\"V-{n}\"")),
            ]
        };
        (0..count).map(payment).collect()
    }

    fn contributions(&mut self) -> String {
        let entry = vec![
            ("id", "\"pau\"".to_owned()),
            ("from", "\"pau\"".to_owned()),
            ("amount", "17500".to_owned()),
            ("article", self.spelled("5.1")),
        ];
        let mut text = self.entries("contributions", &[entry], false);
        let tranches: Vec<_> = (0..self.dice.roll(3))
            .map(|n| vec![("amount", format!("{}", n + 1)), ("when", "\"end\"".to_owned())])
            .collect();
        if !tranches.is_empty() {
            let brackets = self.dice.chance(30);
            let name = if brackets { "tranches" } else { "contributions.tranches" };
            text.push_str(&self.entries(name, &tranches, brackets));
        }
        text
    }

    fn obligations(&mut self) -> String {
        let mut text = String::new();
        for n in 0..self.dice.roll(4) {
            let what = self.spelled("Keep a page");
            let entry = vec![
                ("id", format!("\"o{n}\"")),
                ("what", what),
                ("article", format!("\"{n}\"")),
                ("debtor", "\"pau\"".to_owned()),
            ];
            text.push_str(&self.entries("obligations", &[entry], false));
            let count = self.dice.roll(3);
            let done: Vec<_> = (0..count)
                .map(|n| vec![("on", format!("2021-03-0{}", n + 1)), ("evidence", format!("\"seen {n}\""))])
                .collect();
            if !done.is_empty() {
                let brackets = self.dice.chance(40);
                let name = if brackets { "fulfilled" } else { "obligations.fulfilled" };
                text.push_str(&self.entries(name, &done, brackets));
            }
        }
        text
    }

    /// Edits a record by hand: `count` edits at different places.
    pub fn edited(&mut self, text: &str, count: usize) -> String {
        let mut text = text.to_owned();
        for _ in 0..count {
            let new = match self.dice.roll(5) {
                0 => self.commented(&text),
                1 => self.moved(&text),
                _ => {
                    let op = self.op(&value(&text));
                    patch(&text, &[op]).ok()
                }
            };
            if let Some(new) = new.filter(|new| is_toml(new)) {
                text = new;
            }
        }
        text
    }

    /// An operation on an existing or a new value.
    pub fn op(&mut self, value: &Value) -> Op {
        let (mut leaves, mut lists) = (Vec::new(), Vec::new());
        collect(value, &KeyPath::top(), &mut leaves, &mut lists);
        let number = self.dice.roll(1000);
        match self.dice.roll(6) {
            0 | 1 if !leaves.is_empty() => {
                let (path, old) = &leaves[self.dice.roll(leaves.len())];
                Op::Set(path.clone(), changed(old, number))
            }
            2 if !leaves.is_empty() => {
                let (path, _) = &leaves[self.dice.roll(leaves.len())];
                if matches!(path.last(), Some(PathStep::Key(key)) if key == "id") {
                    return Op::Set(KeyPath::top().key("reference"), Item::Whole(1));
                }
                Op::Remove(path.clone())
            }
            3 if !lists.is_empty() => {
                let path = &lists[self.dice.roll(lists.len())];
                let count = value_at_path(value, path).and_then(Value::as_array).map_or(0, Vec::len);
                Op::Remove(path.index(self.dice.roll(count)))
            }
            4 => Op::Set(KeyPath::top().key(self.dice.one_of(&["reference", "signed", "decided"])), Item::from("x")),
            _ => {
                let list = self.dice.one_of(&["payments", "payments", "obligations", "calls"]);
                Op::Insert(KeyPath::top().key(list), entry(list, number))
            }
        }
    }

    /// Inserts a comment on a line of its own.
    fn commented(&mut self, text: &str) -> Option<String> {
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let at = starts[self.dice.roll(starts.len())];
        if at == 0 && text.starts_with('\u{feff}') {
            return None;
        }
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let before = &text[..at];
        if !before.is_empty() && !before.ends_with('\n') {
            return None;
        }
        let new = format!("{before}{}{newline}{}", self.comment(), &text[at..]);
        // Not inside a multi-line string.
        (value(&new) == value(text)).then_some(new)
    }

    /// Moves the lines of an entry before another header.
    fn moved(&mut self, text: &str) -> Option<String> {
        let starts: Vec<usize> = text.match_indices("\n[[").map(|(at, _)| at + 1).collect();
        let from = *starts.get(self.dice.roll(starts.len()))?;
        let to = *starts.get(self.dice.roll(starts.len()))?;
        let end = starts.iter().copied().find(|at| *at > from).unwrap_or(text.len());
        let block = text[from..end].to_owned();
        if to == from || text[from..].starts_with("[[contributions") || !block.ends_with('\n') {
            return None;
        }
        let mut rest = text.to_owned();
        rest.replace_range(from..end, "");
        let to = if to > from { to - (end - from) } else { to };
        let name = |at: &str| at.split(']').next().map(str::to_owned);
        // Only among entries of the same list, so that its sub-entries stay with it.
        if name(&block) != name(rest.get(to..)?)
            || rest.get(from..).is_some_and(|rest| rest.starts_with("[[obligations."))
        {
            return None;
        }
        rest.insert_str(to, &block);
        Some(rest)
    }
}

/// A different value.
fn changed(old: &Value, number: usize) -> Item {
    match old {
        Value::Integer(whole) => Item::Whole(whole + 1 + i64::try_from(number).unwrap_or_default()),
        Value::Datetime(_) => Item::Date(
            chrono::NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or_default()
                + chrono::Days::new(u64::try_from(number).unwrap_or_default()),
        ),
        _ => Item::Text(format!("n{number} \"#[{{")),
    }
}

/// A new entry of a list.
pub(crate) fn entry(list: &str, number: usize) -> Item {
    let text = |text: String| Item::Text(text);
    let day = chrono::NaiveDate::from_ymd_opt(2023, 1, 1).unwrap_or_default()
        + chrono::Days::new(u64::try_from(number).unwrap_or_default());
    let pairs = match list {
        "obligations" => vec![("id", text(format!("n{number}"))), ("what", text(format!("what {number}")))],
        _ => vec![("on", Item::Date(day)), ("amount", Item::Whole(1)), ("contribution", text("pau".to_owned()))],
    };
    Item::Table(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn inline(pairs: &[(&str, String)]) -> String {
    // Inline tables can't contain multi-line strings here.
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {}", one_line(value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn one_line(value: &str) -> String {
    if value.contains('\n') { "\"T\"".to_owned() } else { value.to_owned() }
}

/// Parses a text; an empty table if it is not TOML.
pub(crate) fn value(text: &str) -> Value {
    Value::Table(toml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default())
}

pub(crate) fn is_toml(text: &str) -> bool {
    toml::from_str::<toml::Table>(text.trim_start_matches('\u{feff}')).is_ok()
}

/// The value at a path.
pub(crate) fn value_at_path<'v>(value: &'v Value, path: &KeyPath) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match step {
        PathStep::Key(key) => value.get(key.as_str()),
        PathStep::Index(at) => value.get(*at),
    })
}

/// Collects the scalars and the lists of entries below a value.
pub(crate) fn collect(value: &Value, path: &KeyPath, leaves: &mut Vec<(KeyPath, Value)>, lists: &mut Vec<KeyPath>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                collect(value, &path.key(key), leaves, lists);
            }
        }
        Value::Array(entries) if entries.iter().any(Value::is_table) => {
            lists.push(path.clone());
            for (at, value) in entries.iter().enumerate() {
                collect(value, &path.index(at), leaves, lists);
            }
        }
        value => leaves.push((path.clone(), value.clone())),
    }
}
