package kaigo.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import kaigo.intake.DayFile;
import kaigo.intake.DayReports;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 今日の連携: what came on a day, and what is to do about it. */
@Controller
class DayPages {

    private final DayReports reports;
    private final DayFile file;
    private final InstantSource clock;

    DayPages(DayReports reports, DayFile file, InstantSource clock) {
        this.reports = reports;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping("/day")
    ModelAndView day(
            InsurerViewer viewer,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String seen) {
        return reports.find(viewer, day(date), today(), seen)
                .map(report -> new ModelAndView("intake/day", "it", new DayPage(report)))
                .orElseGet(Shown::nothingNew);
    }

    @GetMapping("/day.csv")
    void csv(
            InsurerViewer viewer, @RequestParam(required = false) @Nullable String date, HttpServletResponse response) {
        LocalDate day = day(date);
        if (!file.send(viewer, day, () -> open(day, response))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    private static OutputStream open(LocalDate day, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors_" + YyyyMmDd.format(day) + ".csv\"");
        return response.getOutputStream();
    }

    private LocalDate day(@Nullable String date) {
        LocalDate today = today();
        LocalDate day = date == null ? today : YyyyMmDd.parse(date);
        if (day == null || day.isAfter(today)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return day;
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
