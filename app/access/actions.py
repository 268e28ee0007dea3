"""Every verb of the application. Policy says who, a workflow says when, audit says done."""

from enum import StrEnum


class HomeAction(StrEnum):
    READ = "home:read"


class TaskAction(StrEnum):
    LIST = "task:list"
    READ = "task:read"
    OPEN = "task:open"
    EXPORT = "task:export"
    CORRECT = "task:correct"
    AMEND = "task:amend"
    UNLIST = "task:unlist"
    SET_CRITERIA = "task:set-criteria"
    HAND_OVER = "task:hand-over"
    SIGN = "task:sign"
    REPORT_PROGRESS = "task:report-progress"
    ATTACH_EVIDENCE = "task:attach-evidence"
    DECOMPOSE = "task:decompose"
    LINK = "task:link"
    MERGE = "task:merge"
    PLAN = "task:plan"
    REVIEW_REPORT = "task:review-report"
    RETURN_REPORT = "task:return-report"
    COMMENT = "task:comment"
    ASK_EXTENSION = "task:ask-extension"
    EXTEND = "task:extend"
    REFUSE_EXTENSION = "task:refuse-extension"
    ASK_SUSPENSION = "task:ask-suspension"
    SUSPEND = "task:suspend"
    REFUSE_SUSPENSION = "task:refuse-suspension"
    RESUME = "task:resume"
    SET_DEADLINE = "task:set-deadline"
    SET_LAMP = "task:set-lamp"
    URGE = "task:urge"
    REPLY = "task:reply"
    NAME_PEOPLE = "task:name-people"
    VISIT = "task:visit"
    DISCUSS = "task:discuss"
    INSTRUCT = "task:instruct"
    ANSWER = "task:answer"
    SETTLE = "task:settle"
    JUDGE_POINTER = "task:judge-pointer"
    APPLY = "close-out:apply"
    VERIFY = "close-out:verify"
    ACCEPT = "close-out:accept"
    RETURN = "close-out:return"
    CLOSE = "close-out:close"
    SIGN_OFF = "close-out:sign-off"
    PUBLISH = "close-out:publish"
    OBJECT = "close-out:object"
    EXAMINE = "close-out:examine"
    FILE = "close-out:file"
    LOOK_BACK = "close-out:look-back"
    RELAPSE = "close-out:relapse"


class InspectionAction(StrEnum):
    LIST = "inspection:list"
    CREATE = "inspection:create"
    EDIT = "inspection:edit"


class ProcedureAction(StrEnum):
    READ = "procedure:read"
    EDIT = "procedure:edit"
    PUBLISH = "procedure:publish"


class AcceptanceAction(StrEnum):
    HOLD = "acceptance:hold"
    READ = "acceptance:read"


class IntakeAction(StrEnum):
    READ = "intake:read"
    RECEIVE = "intake:receive"
    CORRECT = "intake:correct"
    CONFIRM = "intake:confirm"
    ABANDON = "intake:abandon"
    UNDO = "intake:undo"
    READ_CASES = "intake:read-cases"
    EXPORT = "intake:export"


class PetitionAction(StrEnum):
    LIST = "petition:list"
    OPEN = "petition:open"
    READ = "petition:read"
    EXPORT = "petition:export"


class ReviewAction(StrEnum):
    LIST = "joint-review:list"
    PLAN = "joint-review:plan"
    CONCLUDE = "joint-review:conclude"


class AssessmentAction(StrEnum):
    LIST = "assessment:list"
    READ = "assessment:read"
    SET_POINTS = "assessment:set-points"
    DRAFT = "assessment:draft"
    ANNOUNCE = "assessment:announce"
    OBJECT = "assessment:object"
    DECIDE = "assessment:decide"
    PUBLISH = "assessment:publish"


class LetterAction(StrEnum):
    LIST = "letter:list"
    READ = "letter:read"
    DRAFT = "letter:draft"
    REVIEW = "letter:review"
    ISSUE = "letter:issue"
    WITHDRAW = "letter:withdraw"
    CORRECT = "letter:correct"
    REPLY = "letter:reply"
    ACCEPT = "letter:accept"
    ASK_AGAIN = "letter:ask-again"
    END = "letter:end"
    SET_RULES = "letter:set-rules"


class AccountabilityAction(StrEnum):
    LIST = "accountability:list"
    TRANSFER = "accountability:transfer"
    EDIT = "accountability:edit"
    CONCLUDE = "accountability:conclude"


class LedgerAction(StrEnum):
    LIST = "ledger:list"
    READ = "ledger:read"
    PREPARE = "ledger:prepare"
    REVIEW = "ledger:review"
    ISSUE = "ledger:issue"


class OverviewAction(StrEnum):
    READ = "overview:read"


class PublicationAction(StrEnum):
    LIST = "publication:list"
    READ = "publication:read"
    VISIT = "publication:visit"


class ObjectionAction(StrEnum):
    LIST = "objection:list"
    READ = "objection:read"
    WORD = "objection:word"


class UnitAction(StrEnum):
    READ = "unit:read"
    EDIT = "unit:edit"


class PersonAction(StrEnum):
    READ = "person:read"
    EDIT = "person:edit"
    GRANT = "person:grant"
    RESET_PASSWORD = "person:reset-password"  # noqa: S105  # the name of a verb


class SessionAction(StrEnum):
    LOG_IN = "session:log-in"
    LOG_OUT = "session:log-out"
    CHANGE_PASSWORD = "session:change-password"  # noqa: S105  # the name of a verb


class AuditAction(StrEnum):
    READ = "audit:read"
    VERIFY = "audit:verify"


Action = (
    HomeAction
    | TaskAction
    | InspectionAction
    | ProcedureAction
    | AcceptanceAction
    | IntakeAction
    | PetitionAction
    | ReviewAction
    | AssessmentAction
    | LetterAction
    | AccountabilityAction
    | LedgerAction
    | OverviewAction
    | PublicationAction
    | ObjectionAction
    | UnitAction
    | PersonAction
    | SessionAction
    | AuditAction
)
