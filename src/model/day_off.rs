//! Weekends and the national holidays of France (Code du travail, art. L3133-1).

use chrono::{Datelike, Days, Weekday};

use super::Date;

/// A day on which no French administration works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    NewYear,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    /// A Saturday or Sunday that is not a holiday.
    Weekend,
}

impl DayOff {
    /// Returns the reason why `day` is off; `None` for a working day.
    #[must_use]
    pub fn of(day: Date) -> Option<Self> {
        let fixed = match (day.month(), day.day()) {
            (1, 1) => Some(Self::NewYear),
            (5, 1) => Some(Self::LabourDay),
            (5, 8) => Some(Self::VictoryDay),
            (7, 14) => Some(Self::NationalDay),
            (8, 15) => Some(Self::Assumption),
            (11, 1) => Some(Self::AllSaints),
            (11, 11) => Some(Self::Armistice),
            (12, 25) => Some(Self::Christmas),
            _ => None,
        };
        let after_easter = |days| easter(day.year()).and_then(|easter| easter.checked_add_days(Days::new(days)));
        let movable = [(1, Self::EasterMonday), (39, Self::Ascension), (50, Self::WhitMonday)];
        let movable = || movable.into_iter().find(|(days, _)| after_easter(*days) == Some(day)).map(|(_, name)| name);
        let weekend = || matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(Self::Weekend);
        fixed.or_else(movable).or_else(weekend)
    }

    /// Returns the name in message keys: `day-off-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::EasterMonday => "easter-monday",
            Self::LabourDay => "labour-day",
            Self::VictoryDay => "victory-day",
            Self::Ascension => "ascension",
            Self::WhitMonday => "whit-monday",
            Self::NationalDay => "national-day",
            Self::Assumption => "assumption",
            Self::AllSaints => "all-saints",
            Self::Armistice => "armistice",
            Self::Christmas => "christmas",
            Self::Weekend => "weekend",
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<Date> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let correction = century - century.div_euclid(4) - (8 * century + 13).div_euclid(25) + 19 * golden + 15;
    let epact = correction.rem_euclid(30);
    let epact = epact - epact.div_euclid(28) * (1 - 29i32.div_euclid(epact + 1) * (21 - golden).div_euclid(11));
    let weekday = (year + year.div_euclid(4) + epact + 2 - century + century.div_euclid(4)).rem_euclid(7);
    let offset = epact - weekday;
    let month = 3 + (offset + 40).div_euclid(44);
    let day = offset + 28 - 31 * month.div_euclid(4);
    Date::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(day: &str) -> Option<DayOff> {
        DayOff::of(day.parse().expect("a day"))
    }

    #[test]
    fn easter_follows_the_published_dates() {
        for (year, date) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2019, "2019-04-21"),
            (2020, "2020-04-12"),
            (2021, "2021-04-04"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), date.parse().ok(), "{year}");
        }
    }

    #[test]
    fn holidays_and_weekends_are_named() {
        for (day, name) in [
            ("2021-01-01", Some(DayOff::NewYear)),
            ("2021-04-05", Some(DayOff::EasterMonday)),
            ("2021-05-01", Some(DayOff::LabourDay)),
            ("2021-05-13", Some(DayOff::Ascension)),
            ("2021-05-24", Some(DayOff::WhitMonday)),
            ("2021-07-14", Some(DayOff::NationalDay)),
            ("2021-11-11", Some(DayOff::Armistice)),
            ("2021-02-20", Some(DayOff::Weekend)),
            ("2021-02-21", Some(DayOff::Weekend)),
            ("2021-02-22", None),
            ("2021-04-02", None),
        ] {
            assert_eq!(of(day), name, "{day}");
        }
    }
}
