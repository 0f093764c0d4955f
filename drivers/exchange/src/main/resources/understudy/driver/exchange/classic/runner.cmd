@echo off
rem Understudy's runner: one job out of the registry, carried out once, its end written back. Lies in C:\Understudy on each node.
setlocal
set KEY=HKLM\SOFTWARE\Understudy
set JOB=
for /f "tokens=2*" %%a in ('reg query %KEY% /v Job') do set JOB=%%b
if "%JOB%"=="" exit /b 2
set STATE=
for /f "tokens=2*" %%a in ('reg query %KEY%\Jobs\%JOB% /v State') do set STATE=%%b
if not "%STATE%"=="ready" exit /b 3
set PROGRAM=
for /f "tokens=2*" %%a in ('reg query %KEY%\Jobs\%JOB% /v Program') do set PROGRAM=%%b
set OPTIONS=
for /f "tokens=2*" %%a in ('reg query %KEY%\Jobs\%JOB% /v Options') do set OPTIONS=%%b
reg add %KEY%\Jobs\%JOB% /v State /d running /f
"%PROGRAM%" %OPTIONS%
set CODE=%ERRORLEVEL%
reg add %KEY%\Jobs\%JOB% /v Exit /d %CODE% /f
reg add %KEY%\Jobs\%JOB% /v State /d ended /f
exit /b 0
