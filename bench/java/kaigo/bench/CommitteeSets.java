package kaigo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kaigo.access.PersonKey;
import kaigo.committee.Materials;
import kaigo.committee.SetDraft;
import kaigo.committee.SetDraft.Invited;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.Viewing;
import kaigo.demo.DemoAccounts;
import kaigo.documents.Document;
import kaigo.documents.Kept;
import kaigo.identity.NewAccount;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** 審査会資料 in a running server: members who may all read a set, and plain bytes to hold a page against. Never shipped. */
final class CommitteeSets {

    static final int MEMBERS = 50;
    static final String STATIC = "/interfaces/bench/";

    private CommitteeSets() {}

    /** Opens the route of plain bytes, which everybody may ask for. */
    static void open(ApplicationContext context) throws NoSuchMethodException {
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(
                        RequestMappingInfo.paths(STATIC + "{bytes}").build(),
                        new CommitteeSets(),
                        CommitteeSets.class.getDeclaredMethod("bytes", int.class));
    }

    ResponseEntity<byte[]> bytes(@PathVariable("bytes") int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) 'x');
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body);
    }

    static String login(int member) {
        return "iin%02d".formatted(member);
    }

    /** @return the number of the meeting */
    static String publish(ApplicationContext context, InsurerNumber insurer, Path pdf) throws IOException {
        InsurerViewer staff = InsurerViewer.staff(insurer, "bench", "bench");
        Materials materials = context.getBean(Materials.class);
        List<Invited> members = IntStream.range(0, MEMBERS)
                .mapToObj(member -> new Invited(login(member), member == 0))
                .toList();
        for (Invited member : members) {
            context.getBean(DemoAccounts.class)
                    .create(
                            NewAccount.member(insurer, member.login(), "見本　委員", member.login() + "@bench.example"),
                            "架空市");
        }
        Document document;
        try (InputStream bytes = Files.newInputStream(pdf)) {
            if (!(materials.receive(staff, bytes) instanceof Kept.Stored stored)) {
                throw new IllegalStateException("the PDF was refused");
            }
            document = stored.document();
        }
        Instant now = context.getBean(InstantSource.class).instant();
        SetDraft draft = new SetDraft(
                "B" + document.sha256().substring(0, 12),
                null,
                "1",
                now.plus(Duration.ofDays(1)),
                Viewing.BOTH,
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofDays(2)),
                new SetDraft.Paper(document.sha256(), document.pages()),
                "",
                List.of(new Cutting.Sent(1, new PersonKey(insurer, InsuredNumber.of("9000000001")), "", 1)),
                members);
        return String.valueOf(materials.publish(staff, draft, null).meeting());
    }
}
