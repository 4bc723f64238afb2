package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.platform.RateLimits.Share;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.junit.jupiter.api.Test;

/** Each account with its certificate has its own share of the minute. */
class RateLimitsTest {

    private final RateLimits limits = new RateLimits(3);

    @Test
    void what_is_left_goes_down_to_nothing_and_then_it_is_refused() {
        for (int left = 2; left >= 0; left--) {
            Share share = limits.take(viewer("cm", "a"));
            assertThat(share.granted()).isTrue();
            assertThat(share.remaining()).isEqualTo(left);
            assertThat(share.reset()).isBetween(1L, 60L);
        }
        Share refused = limits.take(viewer("cm", "a"));
        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isZero();
    }

    @Test
    void another_account_and_another_certificate_are_not_counted_with_it() {
        while (limits.take(viewer("cm", "a")).granted()) {}
        assertThat(limits.take(viewer("jimu", "a")).granted()).isTrue();
        assertThat(limits.take(viewer("cm", "b")).granted()).isTrue();
        assertThat(limits.take(viewer("cm", "a")).granted()).isFalse();
    }

    @Test
    void however_many_accounts_come_the_memory_has_an_end_and_nobody_is_shut_out() {
        RateLimits small = new RateLimits(3, 50);
        for (int i = 0; i < 120; i++) {
            assertThat(small.take(viewer("cm", String.valueOf(i))).granted()).isTrue();
        }
        assertThat(small.accounts()).isLessThanOrEqualTo(50);
    }

    private static InstitutionViewer viewer(String login, String fingerprint) {
        return new InstitutionViewer(InstitutionId.clinic("4410000000"), login, fingerprint, "request");
    }
}
