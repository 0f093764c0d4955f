$ErrorActionPreference = 'Stop'
foreach ($dir in [IO.Directory]::GetDirectories('C:\Understudy\jobs')) {
  if ([IO.File]::Exists($dir + '\ready')) {
    [IO.File]::Move($dir + '\ready', $dir + '\begun')
    $boot = (Get-WmiObject -Class Win32_OperatingSystem).LastBootUpTime
    [IO.File]::WriteAllText($dir + '\begun', "$PID $boot")
    $said = [IO.File]::ReadAllText($dir + '\work') | & powershell.exe -NoProfile -NonInteractive -EncodedCommand '@STUB@'
    [IO.File]::WriteAllText($dir + '\end.new', "$LASTEXITCODE`n" + [string]::Join("`n", @($said)))
    [IO.File]::Move($dir + '\end.new', $dir + '\end')
  }
}
