package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.documents.PaperPdf;
import kaigo.documents.Pdfs;
import kaigo.shared.InsurerNumber;

/** A set of papers that a test sends by the screen of the municipality: two cases of two pages each. */
public final class SampleMaterial {

    public static final String FIRST = "9000000001";
    public static final String SECOND = "9000000002";

    private static final String PATH = "/committee-material";
    private static final String BOUNDARY = "paper-boundary";

    private final InsurerNumber insurer;
    private final Browser city;
    private final Map<String, String> changed = new LinkedHashMap<>();
    private byte[] pdf = papers("B2");
    private List<String> members = List.of();
    private String id = "";

    private SampleMaterial(InsurerNumber insurer, Browser city) {
        this.insurer = insurer;
        this.city = city;
    }

    /** @param city a browser of the municipality's staff */
    public static SampleMaterial of(InsurerNumber insurer, Browser city) {
        return new SampleMaterial(insurer, city);
    }

    public static byte[] papers(String last) {
        return new PaperPdf()
                .section("案件1", "A1", "A2")
                .section("案件2", "B1", last)
                .bytes();
    }

    public byte[] pdf() {
        return pdf;
    }

    /** The PDF alone: the form comes next. */
    public SampleMaterial uploaded() {
        assertThat(upload("/new", pdf).body()).contains("審査会と委員・案件");
        return this;
    }

    /** A field that is filled in otherwise. */
    public SampleMaterial with(String field, String value) {
        changed.put(field, value);
        return this;
    }

    public SampleMaterial showing(byte[] other) {
        pdf = other;
        return this;
    }

    /** @param logins the first of them leads */
    public SampleMaterial published(String... logins) {
        members = List.of(logins);
        upload("/new", pdf);
        id = address(publishAgain());
        return this;
    }

    /** Another set with the same PDF. */
    public HttpResponse<String> publishAgain() {
        return post(PATH + "/new/" + Pdfs.sha256(pdf), form());
    }

    public HttpResponse<String> replace(byte[] other, String remark) {
        upload("/" + id + "/replace", other);
        List<String[]> form = form();
        form.add(new String[] {"changeRemark", remark});
        return post(PATH + "/" + id + "/replace/" + Pdfs.sha256(other), form);
    }

    private static String address(HttpResponse<String> answer) {
        assertThat(answer.uri().getPath()).as(answer.body()).matches(PATH + "/[0-9a-f-]{36}");
        return answer.uri().getPath().substring(PATH.length() + 1);
    }

    public String id() {
        return id;
    }

    public String ofMember() {
        return "/committee/" + id;
    }

    public String ofMunicipality() {
        return PATH + "/" + id;
    }

    /** @param below the path of the municipality's pages */
    public HttpResponse<String> upload(String below, byte[] bytes) {
        List<byte[]> parts = List.of(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"shinsakai.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                bytes,
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return city.send(city.request(PATH + below + "?_csrf=" + Browser.encoded(city.csrf()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(parts)));
    }

    public HttpResponse<String> recall(String reason) {
        return city.post(ofMunicipality() + "/recall", Map.of("recallReason", reason, "_csrf", city.csrf()));
    }

    private List<String[]> form() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "pages", "4",
                "panelNo", "3",
                "plannedOn", "20261127",
                "plannedTime", "13:30",
                "viewing", "3",
                "chair", members.isEmpty() ? "" : members.getFirst()));
        fields.putAll(changed);
        List<String[]> form = new ArrayList<>();
        fields.forEach((name, value) -> form.add(new String[] {name, value}));
        members.forEach(login -> form.add(new String[] {"members", login}));
        row(form, "1", FIRST, changed.getOrDefault("caseStartOf1", "1"));
        row(form, "2", SECOND, changed.getOrDefault("caseStartOf2", "3"));
        return form;
    }

    private void row(List<String[]> form, String order, String insured, String page) {
        form.add(new String[] {"caseOrder", order});
        form.add(new String[] {"caseInsurer", insurer.value()});
        form.add(new String[] {"caseInsured", insured});
        form.add(new String[] {"caseHistory", ""});
        form.add(new String[] {"caseStart", page});
    }

    private HttpResponse<String> post(String path, List<String[]> fields) {
        StringBuilder body = new StringBuilder("_csrf=").append(Browser.encoded(city.csrf()));
        fields.forEach(field -> body.append('&').append(field[0]).append('=').append(Browser.encoded(field[1])));
        return city.send(city.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }
}
