package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.shared.InsurerViewer.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewersTest {

    private static final InsurerNumber OITA = new InsurerNumber("442012");

    @ParameterizedTest
    @CsvSource({
        "442012,false,STAFF",
        "442012,true,VENDOR",
        "440000,false,FEDERATION",
        "440000,true,FEDERATION",
        "000000,false,OPERATOR",
        "000000,true,OPERATOR"
    })
    void the_number_of_an_organisation_says_what_its_accounts_are(String number, boolean ends, AccountRole expected) {
        assertThat(AccountRole.of(new InsurerNumber(number), ends)).isEqualTo(expected);
    }

    @Test
    void the_audit_stream_names_the_kind_the_organisation_and_who_it_was() {
        assertThat(InsurerViewer.staff(OITA, "tanaka", "r1"))
                .isEqualTo(new InsurerViewer(OITA, Role.STAFF, "staff:442012/tanaka", "r1"));
        assertThat(InsurerViewer.vendor(OITA, "denki", "r1"))
                .isEqualTo(new InsurerViewer(OITA, Role.VENDOR, "vendor:442012/denki", "r1"));
        assertThat(InsurerViewer.system(OITA, "ab12", "r1"))
                .isEqualTo(new InsurerViewer(OITA, Role.SYSTEM, "system:442012/ab12", "r1"));
        assertThat(new OperatorViewer("unyo", "r1").actor()).isEqualTo("operator:unyo");
    }

    @Test
    void a_federation_is_that_of_the_prefecture_and_acts_under_its_own_name() {
        FederationViewer federation = FederationViewer.of(OITA, "kokuho", "r1");
        assertThat(federation.prefectureCode()).isEqualTo("44");
        assertThat(federation.on(OITA))
                .isEqualTo(new InsurerViewer(OITA, Role.FEDERATION, "federation:440000/kokuho", "r1"));
    }
}
