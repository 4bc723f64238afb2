package kaigo.opinion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kaigo.opinion.Claims;
import kaigo.opinion.Claims.Opened;
import kaigo.opinion.Letter;
import kaigo.opinion.LetterDesk;
import kaigo.paper.FormPdf;
import kaigo.paper.PrintedForm;
import kaigo.screens.InstitutionUser;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 主治医意見書と請求書の PDF: each is a look of its own, on record as a print; who printed it stands on every sheet. */
@Controller
class LetterPrintPages {

    private static final String RECORD = "/record.pdf";

    private final LetterDesk desk;
    private final Claims claims;
    private final InstantSource clock;

    LetterPrintPages(LetterDesk desk, Claims claims, InstantSource clock) {
        this.desk = desk;
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping(OpinionPages.PATH + "/{id}" + RECORD)
    @Nullable
    ModelAndView letter(
            InstitutionViewer viewer,
            @AuthenticationPrincipal InstitutionUser user,
            @PathVariable UUID id,
            Asked asked,
            HttpServletResponse response)
            throws IOException {
        Letter letter = desk.print(viewer, id, asked.version()).orElseThrow(LetterPrintPages::absent);
        PrintedForm form = LetterPaper.of(letter, LetterPaper.stamp(user, clock.instant(), viewer.requestId()));
        return send(form, asked, new Place(OpinionPages.PATH + "/" + id, "opinion.pdf"), response);
    }

    @GetMapping(OpinionPages.PATH + "/{id}/claim" + RECORD)
    @Nullable
    ModelAndView claim(
            InstitutionViewer viewer,
            @AuthenticationPrincipal InstitutionUser user,
            @PathVariable UUID id,
            Asked asked,
            HttpServletResponse response)
            throws IOException {
        Opened opened = claims.print(viewer, id).orElseThrow(LetterPrintPages::absent);
        PrintedForm form = LetterPaper.of(
                opened,
                Objects.requireNonNull(opened.claim()),
                LetterPaper.stamp(user, clock.instant(), viewer.requestId()));
        return send(form, asked, new Place(OpinionPages.PATH + "/" + id + "/claim", "claim.pdf"), response);
    }

    /**
     * @param version of a letter, null for the newest
     * @param anyway whoever asks knows of the characters without a glyph
     */
    record Asked(@Nullable Integer version, @Nullable Boolean anyway) {
        boolean isAnyway() {
            return Boolean.TRUE.equals(anyway);
        }
    }

    /**
     * @param page from which it is opened
     * @param file its name
     */
    private record Place(String page, String file) {}

    /** A character without a glyph is named before; nothing leaves before the whole sheet is made. */
    private static @Nullable ModelAndView send(PrintedForm form, Asked asked, Place place, HttpServletResponse response)
            throws IOException {
        List<String> missing = FormPdf.missing(form);
        if (!missing.isEmpty() && !asked.isAnyway()) {
            String version = asked.version() == null ? "" : "&version=" + asked.version();
            return new ModelAndView(
                    "opinion/missing",
                    "it",
                    new MissingPage(
                            FormPdf.named(missing), place.page(), place.page() + RECORD + "?anyway=true" + version));
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FormPdf.write(form, pdf);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(pdf.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + place.file() + "\"");
        pdf.writeTo(response.getOutputStream());
        return null;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
