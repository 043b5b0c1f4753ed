Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The words before the cursor without their quotes, the one being typed last.
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                $_.Value
            } else {
                $_.Extent.Text
            }
        })
    if (-not $wordToComplete) { $words += '' }

    $encoding = [Console]::OutputEncoding
    $env:COMP_WORDS = $words -join "`n"
    $env:%(complete_var)s = 'powershell_complete'
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $lines = @(& %(prog_name)s 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:COMP_WORDS, Env:%(complete_var)s -ErrorAction SilentlyContinue
    }

    # Three lines each: kind, value, explanation.
    for ($i = 0; $i + 2 -lt $lines.Count; $i += 3) {
        $kind, $value, $about = $lines[$i..($i + 2)]
        # Without a value PowerShell offers files and folders itself.
        if ($kind -ne 'plain') { continue }
        $typed = $value
        if ($value -match '[\s''`$&|;<>(){}#@,]') {
            $typed = "'" + $value.Replace("'", "''") + "'"
        }
        $tip = if ($about -and $about -ne '_') { $about } else { $value }
        [System.Management.Automation.CompletionResult]::new(
            $typed, $value, 'ParameterValue', $tip)
    }
}
