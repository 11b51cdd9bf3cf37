//! The agreements of the story: parties, dates, amounts and payments.
//!
//! Days count back from the day on which the demo is opened.

/// How the last tranche of a contribution is paid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PaymentCourse {
    /// Not due yet.
    Well,
    /// Paid in full, on time.
    Whole,
    Late,
    Called,
    /// Due, but not called.
    Due,
    /// Paid in part; the rest is not late yet.
    Part,
    /// Paid in part; the rest is late.
    LatePart,
    /// More than promised.
    Over,
}

/// When an agreement was signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SignatureDay {
    /// This many days ago.
    Ago(i64),
    /// Not signed; decided this many days ago.
    Never(i64),
    /// Signed, but the copy bears no date; decided this many days ago.
    Undated(i64),
}

/// An agreement between a partner and the incubator for a startup.
pub struct AgreementTerms {
    pub startup: &'static str,
    /// A second startup that it funds.
    pub also: Option<&'static str>,
    /// The payer.
    pub partner: &'static str,
    /// Distinguishes its id from an earlier agreement between the same parties.
    pub number: Option<u32>,
    pub signed: SignatureDay,
    /// Term in months; `None` if the document states none.
    pub months: Option<u32>,
    /// Thousands of euros: paid by the partner, spent directly by the incubator.
    pub thousands: (u64, u64),
    pub pay: PaymentCourse,
    /// Percentage of the money that has been spent.
    pub spent: u64,
}

const fn terms(startup: &'static str, partner: &'static str, signed: i64, months: u32) -> AgreementTerms {
    AgreementTerms {
        startup,
        also: None,
        partner,
        number: None,
        signed: SignatureDay::Ago(signed),
        months: Some(months),
        thousands: (60, 45),
        pay: PaymentCourse::Well,
        spent: 55,
    }
}

/// The agreements, sorted by startup.
pub const AGREEMENTS: &[AgreementTerms] = &[
    AgreementTerms {
        thousands: (42, 30),
        pay: PaymentCourse::Over,
        spent: 62,
        ..terms("belle-lisiere", "ventelune", 500, 18)
    },
    AgreementTerms { thousands: (64, 50), spent: 60, ..terms("bon-fagot", "haute-orle", 525, 24) },
    AgreementTerms {
        signed: SignatureDay::Undated(26),
        thousands: (30, 10),
        spent: 0,
        ..terms("bon-fagot", "sentiers", 0, 12)
    },
    AgreementTerms {
        number: Some(1),
        thousands: (70, 35),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("brise-lames", "marees", 960, 24)
    },
    AgreementTerms {
        number: Some(2),
        thousands: (85, 40),
        pay: PaymentCourse::Part,
        spent: 35,
        ..terms("brise-lames", "marees", 212, 24)
    },
    AgreementTerms {
        thousands: (40, 15),
        pay: PaymentCourse::Late,
        spent: 83,
        ..terms("cabestan", "port-clair", 228, 18)
    },
    AgreementTerms {
        thousands: (75, 40),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("colporteur", "val-tisserand", 905, 24)
    },
    AgreementTerms {
        signed: SignatureDay::Never(171),
        thousands: (25, 20),
        spent: 0,
        ..terms("double-fond", "bois-levant", 0, 18)
    },
    AgreementTerms {
        thousands: (90, 45),
        pay: PaymentCourse::Called,
        spent: 52,
        ..terms("ecluse-verte", "marees", 425, 36)
    },
    AgreementTerms {
        thousands: (36, 24),
        pay: PaymentCourse::Due,
        spent: 30,
        ..terms("fanal-du-soir", "brumeval", 161, 12)
    },
    AgreementTerms {
        thousands: (68, 42),
        pay: PaymentCourse::Whole,
        spent: 93,
        ..terms("haie-vive", "haute-orle", 785, 24)
    },
    AgreementTerms { thousands: (110, 60), spent: 48, ..terms("hirondelle", "val-tisserand", 318, 24) },
    AgreementTerms {
        also: Some("ricochet"),
        months: None,
        thousands: (48, 36),
        spent: 45,
        ..terms("lavoir-commun", "port-clair", 262, 0)
    },
    AgreementTerms {
        thousands: (56, 28),
        pay: PaymentCourse::LatePart,
        spent: 50,
        ..terms("marelle", "haute-orle", 412, 24)
    },
    AgreementTerms { thousands: (52, 30), spent: 40, ..terms("mille-couverts", "val-tisserand", 200, 24) },
    AgreementTerms { thousands: (45, 30), spent: 12, ..terms("ombre-portee", "port-clair", 84, 24) },
    AgreementTerms {
        number: Some(1),
        thousands: (38, 38),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("papier-calque", "sentiers", 605, 12)
    },
    AgreementTerms { number: Some(2), thousands: (62, 38), spent: 44, ..terms("papier-calque", "sentiers", 240, 24) },
    AgreementTerms {
        thousands: (80, 50),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("passe-muraille", "brumeval", 1180, 24)
    },
    AgreementTerms { thousands: (34, 22), spent: 50, ..terms("pied-a-terre", "ventelune", 236, 24) },
    AgreementTerms {
        thousands: (44, 26),
        pay: PaymentCourse::Whole,
        spent: 66,
        ..terms("pierre-a-pierre", "bois-levant", 612, 24)
    },
    AgreementTerms {
        thousands: (58, 44),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("quart-d-heure", "val-tisserand", 1070, 24)
    },
    AgreementTerms {
        number: Some(1),
        thousands: (50, 40),
        pay: PaymentCourse::Whole,
        spent: 100,
        ..terms("sablier", "sentiers", 1040, 12)
    },
    AgreementTerms { number: Some(2), thousands: (120, 64), spent: 58, ..terms("sablier", "sentiers", 640, 36) },
];
