package kaigo.access;

/**
 * 閲覧の許し: nobody reads a person's record without one. Only {@link Gate} makes them, and what a permit showed is on
 * record before the answer leaves (settled 13–16). A store method names the narrowest kind that it accepts.
 */
public sealed interface Permit
        permits CheckPermit,
                ConsentPermit,
                ExplainPermit,
                FilePermit,
                FilingPermit,
                InsurerPermit,
                InvitedPermit,
                JobPermit,
                LetterPermit,
                ListPermit,
                MemberPermit,
                OperatorPermit,
                OwnDoingsPermit,
                SelfPermit {}
