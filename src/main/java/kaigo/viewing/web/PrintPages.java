package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kaigo.access.Opened;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.paper.FormPdf;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.InstitutionUser;
import kaigo.screens.Moments;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.PersonFiles;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;
import kaigo.viewing.web.PrintedForms.PrintRequest;
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

/** 印刷: each is a look of its own, on record as a print; who printed it stands on every sheet (rulings 43). */
@Controller
class PrintPages {

    private final PersonFiles files;
    private final Insurers insurers;
    private final PersonHandles handles;
    private final InstantSource clock;

    PrintPages(PersonFiles files, Insurers insurers, PersonHandles handles, InstantSource clock) {
        this.files = files;
        this.insurers = insurers;
        this.handles = handles;
        this.clock = clock;
    }

    /** A character without a glyph is named before anything is printed; whoever goes on gets 〓 in its place. */
    @GetMapping(PersonPage.PATH + "{id}/print/{form}")
    @Nullable
    ModelAndView print(
            InstitutionViewer viewer,
            @AuthenticationPrincipal InstitutionUser user,
            @PathVariable String id,
            PrintWanted wanted,
            HttpServletResponse response)
            throws IOException {
        PersonKey person = handles.find(id).orElseThrow(PrintPages::absent);
        Printout printout = Printout.ofPath(wanted.form()).orElseThrow(PrintPages::absent);
        Opened<Leaf> opened = files.print(viewer, person, printout);
        List<Refusal> refused = Refusal.list(printout.kinds(), opened.decisions());
        if (!shows(printout, opened)) {
            return page("viewing/print-refused", HttpStatus.FORBIDDEN, new RefusedPrint(id, refused));
        }
        PrintedForm form = PrintedForms.of(
                        printout,
                        opened.value(),
                        wanted,
                        insurers.find(person.insurer()).map(Insurer::name).orElse(""),
                        request(viewer, user))
                .orElseThrow(PrintPages::absent);
        List<String> missing = FormPdf.missing(form);
        if (!missing.isEmpty() && !wanted.isAnyway()) {
            return page("viewing/print-missing", HttpStatus.OK, new MissingGlyphs(id, wanted, missing));
        }
        send(printout, form, response);
        return null;
    }

    /** Who it is, and something of what is to be printed. */
    private static boolean shows(Printout printout, Opened<Leaf> opened) {
        Set<Kind> kinds = printout.kinds();
        if (kinds.size() > 1) {
            kinds.remove(Kind.BANNER);
        }
        return opened.value().banner().isPresent()
                && kinds.stream()
                        .anyMatch(kind -> Objects.requireNonNull(
                                        opened.decisions().get(kind))
                                .isAllowed());
    }

    private PrintRequest request(InstitutionViewer viewer, InstitutionUser user) {
        Instant now = clock.instant();
        String reader = user.displayName() + "　" + user.login();
        String office = user.organisationName() + "　" + user.organisationNumber();
        return new PrintRequest(new Stamp(reader, office, Moments.show(now), viewer.requestId()), Days.of(now));
    }

    /** Nothing leaves before the whole sheet is made. */
    private static void send(Printout printout, PrintedForm form, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FormPdf.write(form, pdf);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(pdf.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + printout.path() + ".pdf\"");
        pdf.writeTo(response.getOutputStream());
    }

    private static ModelAndView page(String view, HttpStatus status, Object it) {
        ModelAndView page = new ModelAndView(view, "it", it);
        page.setStatus(status);
        return page;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
