package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.Handles;
import kaigo.TestServer;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.screens.Part;
import org.junit.jupiter.api.Test;

/** Bytes that are no UTF-8 in a field are a bad request, on pages and for software; that no log holds them, the canary shows. */
class UnreadableFieldsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Attackers attackers = new Attackers();

    @Test
    void a_query_of_a_page_that_is_no_text_is_a_bad_request() {
        Session staff = attackers.session(Part.STAFF);
        assertThat(staff.get("/access-log?person=%ff").status()).isEqualTo(400);
        assertThat(staff.get("/access-log?person=%e3%81%82").status())
                .as("the control")
                .isNotEqualTo(400);
    }

    @Test
    void a_form_that_is_no_text_is_a_bad_request() {
        Session office = attackers.session(Part.INSTITUTION);
        Answer answer = office.send("POST", "/office/sign-in/code", "code=%c0%80", FORM);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("</html>");
    }

    @Test
    void to_software_it_is_told_in_the_envelope_of_the_api() {
        RawHttp own = RawHttp.tls(attackers.office.certificate);
        String path = "/api/v1/users/" + Handles.of(attackers.insurer, "9000000001") + "/consent?on=%ff";
        Answer answer = own.get(path, "Authorization", "Bearer " + attackers.token());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("BAD_REQUEST");
    }

    @Test
    void a_file_with_a_NUL_in_its_name_is_refused_by_name_like_any_other() {
        String form =
                "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"M01_\0.csv\"\r\n\r\nH\r\n--B--\r\n";
        Answer answer = attackers.session(Part.STAFF).send("POST", "/upload", form, "multipart/form-data; boundary=B");
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void a_certificate_in_a_header_that_is_no_text_is_none() {
        String head = "GET /api/v1/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nClient-Cert: :";
        byte[] noText = {(byte) 0xc0, (byte) 0x80, ':', '\r', '\n', '\r', '\n'};
        assertThat(RawHttp.plain(TestServer.PROXY).exchange(head, noText).status())
                .isEqualTo(401);
    }
}
