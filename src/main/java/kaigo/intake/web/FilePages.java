package kaigo.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import kaigo.intake.FileAddress;
import kaigo.intake.Receipt;
import kaigo.intake.ReceivedFile;
import kaigo.intake.ResultFile;
import kaigo.intake.ResultPage;
import kaigo.intake.Results;
import kaigo.intake.Results.Only;
import kaigo.intake.Results.Section;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.screens.SeeOther;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 受け付けたファイルと登録の結果. */
@Controller
class FilePages {

    private static final int FILES = 20;
    private static final int RECORDS = 50;

    private final Results results;
    private final ResultFile resultFile;

    FilePages(Results results, ResultFile resultFile) {
        this.results = results;
        this.resultFile = resultFile;
    }

    @GetMapping("/files")
    ModelAndView list(
            InsurerViewer viewer,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String seen) {
        Receipt last = before == null ? null : receipt(before);
        List<ReceivedFile> found = results.listFiles(viewer, null, last, FILES + 1);
        boolean more = found.size() > FILES;
        List<ReceivedFile> files = more ? found.subList(0, FILES) : found;
        String address = last == null ? "/files" : "/files?before=" + last;
        String older = more ? "/files?before=" + files.getLast().receipt() : null;
        FilesPage page = new FilesPage(files, address, older);
        return page.mark().equals(seen) ? Shown.nothingNew() : new ModelAndView("intake/files", "it", page);
    }

    /**
     * Which records: query of the request.
     *
     * @param after 連番 of the last record of the page before
     * @param cause only records with this error or warning, whatever else is chosen
     */
    record Choice(
            @Nullable Only only,
            @Nullable Integer after,
            @Nullable ErrorId cause) {

        Section section() {
            Only status = only == null ? Only.WARNINGS : only;
            return new Section(cause == null ? status : Only.ALL, after == null ? 0 : after, RECORDS, cause);
        }
    }

    @GetMapping("/files/{receipt}")
    ModelAndView one(
            InsurerViewer viewer,
            @PathVariable String receipt,
            Choice choice,
            @RequestParam(required = false) @Nullable String seen) {
        Section section = choice.section();
        ResultPage found =
                results.findPage(viewer, address(receipt), section, seen).orElseThrow(FilePages::absent);
        return found.file().progress().mark().equals(seen)
                ? Shown.nothingNew()
                : new ModelAndView("intake/file", "it", new FilePage(FilePage.OF_INSURER, found, section));
    }

    /** 対応済みにする. */
    @PostMapping("/files/{receipt}/handled")
    ModelAndView close(InsurerViewer viewer, @PathVariable String receipt, @RequestParam ErrorId cause) {
        Receipt file = results.close(viewer, address(receipt), cause).orElseThrow(FilePages::absent);
        return SeeOther.at(FilePage.address(file, cause));
    }

    @GetMapping("/files/{receipt}/result.csv")
    void csv(InsurerViewer viewer, @PathVariable String receipt, HttpServletResponse response) {
        download(viewer, address(receipt), Form.CSV, response);
    }

    @GetMapping("/files/{receipt}/result.json")
    void json(InsurerViewer viewer, @PathVariable String receipt, HttpServletResponse response) {
        download(viewer, address(receipt), Form.NDJSON, response);
    }

    private void download(InsurerViewer viewer, FileAddress address, Form form, HttpServletResponse response) {
        switch (resultFile.send(viewer, address, form, file -> open(file, form, response))) {
            case WHOLE -> {}
            case NOT_READY -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case ABSENT -> throw absent();
        }
    }

    private static OutputStream open(ReceivedFile file, Form form, HttpServletResponse response) throws IOException {
        String name = file.name() == null
                ? file.receipt() + "_RES." + form.extension()
                : FileName.parse(file.name()).resultName(form);
        response.setContentType(form == Form.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return response.getOutputStream();
    }

    private static FileAddress address(String receipt) {
        return new FileAddress(receipt(receipt));
    }

    private static Receipt receipt(String text) {
        return Receipt.parse(text).orElseThrow(FilePages::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
