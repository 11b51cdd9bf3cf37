//! The front matter of a page: YAML between two lines `---`.

use super::value::{Yaml, YamlNode};
use crate::import::plan::ImportReason;
use crate::model::MessageArg;

/// Reads the front matter of a page. The places of its values count from the top of the page.
pub(super) fn read(text: &str) -> Result<YamlNode, ImportReason> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let absent = || ImportReason::new("import-no-front-matter", Vec::new());
    let (first, rest) = text.split_once('\n').ok_or_else(absent)?;
    if first.trim_end() != "---" {
        return Err(absent());
    }
    let mut end = None;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            end = Some(at);
            break;
        }
        at += line.len();
    }
    // The first line stays, as an empty one, so that lines are counted from it.
    let yaml = format!("\n{}", &rest[..end.ok_or_else(absent)?]);
    let node: YamlNode = serde_saphyr::from_str(&yaml).map_err(|error| syntax(&error))?;
    match node.value {
        Yaml::Map(_) => Ok(node),
        _ => Err(absent()),
    }
}

fn syntax(error: &serde_saphyr::Error) -> ImportReason {
    let place = error.location().and_then(|place| {
        let count = |number: u64| usize::try_from(number).ok().filter(|number| *number > 0);
        Some((count(place.line())?, count(place.column())?))
    });
    // The rest of the message is an excerpt of the file, the place again, or advice to programmers.
    let said = error.without_snippet().to_string();
    let said = said.lines().next().unwrap_or_default();
    let said = said.rsplit_once(" at line ").map_or(said, |(said, _)| said);
    let said = said.split_once(", set DuplicateKeyPolicy").map_or(said, |(said, _)| said);
    ImportReason { place, ..ImportReason::new("import-yaml", vec![("why", MessageArg::Text(said.to_owned()))]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_types_and_places() {
        let page = "---\ntitle: 'Ma cantine '\nstats: true\nn: 17\nlink: ''\nnone:\nstart: 2019-09-01\nlist:\n  - {a: b}\n---\n# Text\n";
        let node = read(page).unwrap();
        let value = |key: &str| node.get(key).map(|node| node.value.clone());
        assert_eq!(value("title"), Some(Yaml::Text("Ma cantine ".into())));
        assert_eq!((value("stats"), value("n")), (Some(Yaml::Bool(true)), Some(Yaml::Whole(17))));
        assert_eq!((value("link"), value("none")), (Some(Yaml::Text(String::new())), None));
        assert_eq!(value("start"), Some(Yaml::Text("2019-09-01".into())));
        assert_eq!(node.get("stats").map(|node| node.place), Some((3, 8)));
    }

    #[test]
    fn invalid_front_matter_is_refused_with_its_line() {
        for text in ["", "# Text\n", "---\ntitle: x\n", "---\n- a\n---\n", "---\n---\n"] {
            assert_eq!(read(text).unwrap_err().key, "import-no-front-matter", "{text:?}");
        }
        let twice = read("---\ntitle: a\nmission: b\ntitle: c\n---\n").unwrap_err();
        assert_eq!((twice.key, twice.place.map(|place| place.0)), ("import-yaml", Some(4)), "{twice:?}");
        assert_eq!(twice.args, [("why", MessageArg::Text("duplicate mapping key: title".into()))]);
        let broken = read("---\ntitle: 'a\n---\n").unwrap_err();
        assert_eq!(broken.key, "import-yaml");
    }
}
