//! The agreements of the story: between whom, since when, for how much, and how the money comes in.
//!
//! Days are counted back from the day on which the story is opened.

/// How the last part of what a partner promised comes in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pay {
    /// As promised, the last part still ahead.
    Well,
    /// All of it, in time.
    Whole,
    /// Called, and late.
    Late,
    /// Called a few days ago.
    Called,
    /// Due, and nobody has called it.
    Due,
    /// In part, the rest awaited.
    Part,
    /// In part, the rest late.
    LatePart,
    /// More than was promised.
    Over,
}

/// What an agreement's day of signature is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// So many days ago.
    Ago(i64),
    /// Never; it was decided so many days ago.
    Never(i64),
}

/// An agreement between a partner and the incubator for a startup.
pub struct Deal {
    /// The startup.
    pub startup: &'static str,
    /// Another startup that it funds too.
    pub also: Option<&'static str>,
    /// Who pays.
    pub partner: &'static str,
    /// What tells it from an earlier one between the same two.
    pub number: Option<u32>,
    /// When it was signed.
    pub signed: Signed,
    /// How many months it runs; `None` where it does not say.
    pub months: Option<u32>,
    /// In thousands: what the partner pays, what the incubator spends itself.
    pub thousands: (u64, u64),
    /// How the money comes in.
    pub pay: Pay,
    /// How much of what there is was spent, in hundredths.
    pub spent: u64,
}

const fn deal(startup: &'static str, partner: &'static str, signed: i64, months: u32) -> Deal {
    Deal {
        startup,
        also: None,
        partner,
        number: None,
        signed: Signed::Ago(signed),
        months: Some(months),
        thousands: (60, 45),
        pay: Pay::Well,
        spent: 55,
    }
}

/// The agreements, in the order of their startups.
pub const DEALS: &[Deal] = &[
    Deal { thousands: (42, 30), pay: Pay::Over, spent: 62, ..deal("belle-lisiere", "ventelune", 500, 18) },
    Deal { thousands: (64, 50), spent: 60, ..deal("bon-fagot", "haute-orle", 525, 24) },
    Deal { signed: Signed::Never(26), thousands: (30, 10), spent: 0, ..deal("bon-fagot", "sentiers", 0, 12) },
    Deal {
        number: Some(1),
        thousands: (70, 35),
        pay: Pay::Whole,
        spent: 100,
        ..deal("brise-lames", "marees", 960, 24)
    },
    Deal { number: Some(2), thousands: (85, 40), pay: Pay::Part, spent: 35, ..deal("brise-lames", "marees", 212, 24) },
    Deal { thousands: (40, 15), pay: Pay::Late, spent: 83, ..deal("cabestan", "port-clair", 228, 18) },
    Deal { thousands: (75, 40), pay: Pay::Whole, spent: 100, ..deal("colporteur", "val-tisserand", 905, 24) },
    Deal { signed: Signed::Never(171), thousands: (25, 20), spent: 0, ..deal("double-fond", "bois-levant", 0, 18) },
    Deal { thousands: (90, 45), pay: Pay::Called, spent: 52, ..deal("ecluse-verte", "marees", 425, 36) },
    Deal { thousands: (36, 24), pay: Pay::Due, spent: 30, ..deal("fanal-du-soir", "brumeval", 161, 12) },
    Deal { thousands: (68, 42), pay: Pay::Whole, spent: 93, ..deal("haie-vive", "haute-orle", 785, 24) },
    Deal { thousands: (110, 60), spent: 48, ..deal("hirondelle", "val-tisserand", 318, 24) },
    Deal {
        also: Some("ricochet"),
        months: None,
        thousands: (48, 36),
        spent: 45,
        ..deal("lavoir-commun", "port-clair", 262, 0)
    },
    Deal { thousands: (56, 28), pay: Pay::LatePart, spent: 50, ..deal("marelle", "haute-orle", 412, 24) },
    Deal { thousands: (52, 30), spent: 40, ..deal("mille-couverts", "val-tisserand", 200, 24) },
    Deal { thousands: (45, 30), spent: 12, ..deal("ombre-portee", "port-clair", 84, 24) },
    Deal {
        number: Some(1),
        thousands: (38, 38),
        pay: Pay::Whole,
        spent: 100,
        ..deal("papier-calque", "sentiers", 605, 12)
    },
    Deal { number: Some(2), thousands: (62, 38), spent: 44, ..deal("papier-calque", "sentiers", 240, 24) },
    Deal { thousands: (80, 50), pay: Pay::Whole, spent: 100, ..deal("passe-muraille", "brumeval", 1180, 24) },
    Deal { thousands: (34, 22), spent: 50, ..deal("pied-a-terre", "ventelune", 236, 24) },
    Deal { thousands: (44, 26), pay: Pay::Whole, spent: 66, ..deal("pierre-a-pierre", "bois-levant", 612, 24) },
    Deal { thousands: (58, 44), pay: Pay::Whole, spent: 100, ..deal("quart-d-heure", "val-tisserand", 1070, 24) },
    Deal { number: Some(1), thousands: (50, 40), pay: Pay::Whole, spent: 100, ..deal("sablier", "sentiers", 1040, 12) },
    Deal { number: Some(2), thousands: (120, 64), spent: 58, ..deal("sablier", "sentiers", 640, 36) },
];
