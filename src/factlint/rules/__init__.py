"""The rules: one file each, and the one list of them, in the order in which pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.rules.events.after_dissolved import AfterDissolved
from factlint.rules.events.age_mismatch import AgeMismatch
from factlint.rules.events.anniversary_mismatch import AnniversaryMismatch
from factlint.rules.events.before_founded import BeforeFounded
from factlint.rules.events.duplicate_number import DuplicateNumber
from factlint.rules.events.duration_mismatch import DurationMismatch
from factlint.rules.events.event_dates_differ import EventDatesDiffer
from factlint.rules.events.event_places_differ import EventPlacesDiffer
from factlint.rules.events.lifespan import Lifespan
from factlint.rules.events.order_impossible import OrderImpossible
from factlint.rules.events.outside_container import OutsideContainer
from factlint.rules.events.outside_lifetime import OutsideLifetime
from factlint.rules.events.series_out_of_order import SeriesOutOfOrder
from factlint.rules.events.series_too_fast import SeriesTooFast
from factlint.rules.events.since_broken import SinceBroken
from factlint.rules.events.status_clash import StatusClash
from factlint.rules.events.two_places_at_once import TwoPlacesAtOnce
from factlint.rules.events.weekday_mismatch import WeekdayMismatch
from factlint.rules.evidence.article_changed import ArticleChanged
from factlint.rules.evidence.duplicate_fact_id import DuplicateFactId
from factlint.rules.evidence.false_corroboration import FalseCorroboration
from factlint.rules.evidence.impossible_date import ImpossibleDate
from factlint.rules.evidence.missing_article import MissingArticle
from factlint.rules.evidence.miswritten import BadValue, DuplicateKey, MissingKey, UnknownKey
from factlint.rules.evidence.one_quote_two_speakers import OneQuoteTwoSpeakers
from factlint.rules.evidence.published_before_event import PublishedBeforeEvent
from factlint.rules.evidence.quote_drift import QuoteDrift
from factlint.rules.evidence.quote_not_in_article import QuoteNotInArticle
from factlint.rules.evidence.retrieved_before_published import RetrievedBeforePublished
from factlint.rules.evidence.unknown_name import AmbiguousName, UnknownName
from factlint.rules.evidence.unreadable import FileTooLarge, NotUtf8, YamlAlias, YamlSyntax
from factlint.rules.evidence.value_not_in_quote import ValueNotInQuote
from factlint.rules.figures.count_differs_from_list import CountDiffersFromList
from factlint.rules.figures.cumulative_falls import CumulativeFalls
from factlint.rules.figures.currency_mismatch import CurrencyMismatch
from factlint.rules.figures.figure_differs import FigureDiffers
from factlint.rules.figures.figures_jointly_impossible import FiguresJointlyImpossible
from factlint.rules.figures.growth_mismatch import GrowthMismatch
from factlint.rules.figures.mean_mismatch import MeanMismatch
from factlint.rules.figures.mirror_mismatch import MirrorMismatch
from factlint.rules.figures.outside_domain import OutsideDomain
from factlint.rules.figures.part_exceeds_whole import PartExceedsWhole
from factlint.rules.figures.period_sum_mismatch import PeriodSumMismatch
from factlint.rules.figures.share_mismatch import ShareMismatch
from factlint.rules.figures.shares_exceed_whole import SharesExceedWhole
from factlint.rules.figures.sum_mismatch import SumMismatch
from factlint.rules.figures.unit_mismatch import UnitMismatch
from factlint.rules.names.attributes_differ import AttributesDiffer
from factlint.rules.names.name_spelled_otherwise import NameSpelledOtherwise
from factlint.rules.names.same_name_twice import SameNameTwice
from factlint.rules.names.suspicious_default import SuspiciousDefault
from factlint.rules.names.title_differs import TitleDiffers
from factlint.rules.names.wrong_type import WrongType
from factlint.rules.offices.duplicate_term import DuplicateTerm
from factlint.rules.offices.holder_number import HolderNumber
from factlint.rules.offices.holder_returns import HolderReturns
from factlint.rules.offices.incompatible_offices import IncompatibleOffices
from factlint.rules.offices.office_held_twice import OfficeHeldTwice
from factlint.rules.offices.office_not_existing import OfficeNotExisting
from factlint.rules.offices.rank_falls import RankFalls
from factlint.rules.offices.service_length import ServiceLength
from factlint.rules.offices.succession_broken import SuccessionBroken
from factlint.rules.offices.term_out_of_office import TermOutOfOffice
from factlint.rules.offices.title_outdated import TitleOutdated
from factlint.rules.offices.title_premature import TitlePremature
from factlint.rules.relations.denied_and_asserted import DeniedAndAsserted
from factlint.rules.relations.one_object import OneObject
from factlint.rules.relations.one_subject import OneSubject
from factlint.rules.relations.only_broken import OnlyBroken
from factlint.rules.relations.rank_clash import RankClash
from factlint.rules.relations.relation_asymmetric import RelationAsymmetric
from factlint.rules.relations.relation_cycle import RelationCycle
from factlint.rules.relations.self_relation import SelfRelation
from factlint.rules.relations.two_firsts import TwoFirsts
from factlint.rules.upkeep.accept_without_reason import AcceptWithoutReason
from factlint.rules.upkeep.expired_accept import ExpiredAccept
from factlint.rules.upkeep.uncovered_article import UncoveredArticle
from factlint.rules.upkeep.unused_accept import UnusedAccept
from factlint.rules.upkeep.unused_registry_entry import UnusedRegistryEntry
from factlint.rules.upkeep.unverifiable_source import UnverifiableSource

if TYPE_CHECKING:
    from factlint.rules.base import Rule

RULES: tuple[type[Rule], ...] = (
    # evidence
    YamlSyntax,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    BadValue,
    YamlAlias,
    NotUtf8,
    FileTooLarge,
    UnknownName,
    AmbiguousName,
    DuplicateFactId,
    ImpossibleDate,
    MissingArticle,
    ArticleChanged,
    QuoteNotInArticle,
    ValueNotInQuote,
    OneQuoteTwoSpeakers,
    QuoteDrift,
    PublishedBeforeEvent,
    FalseCorroboration,
    RetrievedBeforePublished,
    # figures
    FigureDiffers,
    SumMismatch,
    PeriodSumMismatch,
    PartExceedsWhole,
    SharesExceedWhole,
    GrowthMismatch,
    ShareMismatch,
    MeanMismatch,
    FiguresJointlyImpossible,
    OutsideDomain,
    UnitMismatch,
    CurrencyMismatch,
    MirrorMismatch,
    CumulativeFalls,
    CountDiffersFromList,
    # events
    EventDatesDiffer,
    DurationMismatch,
    OrderImpossible,
    OutsideContainer,
    BeforeFounded,
    AfterDissolved,
    OutsideLifetime,
    WeekdayMismatch,
    EventPlacesDiffer,
    SeriesOutOfOrder,
    DuplicateNumber,
    SeriesTooFast,
    AnniversaryMismatch,
    AgeMismatch,
    Lifespan,
    TwoPlacesAtOnce,
    SinceBroken,
    StatusClash,
    # offices
    OfficeHeldTwice,
    IncompatibleOffices,
    TitleOutdated,
    TitlePremature,
    RankFalls,
    HolderReturns,
    SuccessionBroken,
    DuplicateTerm,
    OfficeNotExisting,
    TermOutOfOffice,
    ServiceLength,
    HolderNumber,
    # names
    SameNameTwice,
    NameSpelledOtherwise,
    AttributesDiffer,
    SuspiciousDefault,
    TitleDiffers,
    WrongType,
    # relations
    TwoFirsts,
    RankClash,
    OnlyBroken,
    OneObject,
    OneSubject,
    RelationAsymmetric,
    RelationCycle,
    SelfRelation,
    DeniedAndAsserted,
    # upkeep
    AcceptWithoutReason,
    ExpiredAccept,
    UnusedAccept,
    UnusedRegistryEntry,
    UncoveredArticle,
    UnverifiableSource,
)
